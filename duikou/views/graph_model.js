"use strict";
// The graph as the page knows it: its columns put together, and which nodes and facts pass the switches and filters.
const graph = (() => {
  const { data } = duikou;
  const { nodes, facts, figures } = data;
  const drawing = data.columns || fromPyvis(data.network);
  const count = nodes.id.length;
  const factCount = facts.relation.length;
  const { from, to } = drawing;

  // pyvis has its nodes and edges as a list of objects; the names, the places and the ends stand only there
  function fromPyvis({ nodes: dots, edges }) {
    const column = (rows, key) => rows.map((row) => row[key]);
    const bend = {};
    edges.forEach((edge) => { if (edge.smooth) bend[edge.id] = (edge.smooth.type === "curvedCW" ? 1 : -1) * edge.smooth.roundness; });
    return {
      name: column(dots, "label"), x: column(dots, "x"), y: column(dots, "y"), radius: column(dots, "size"),
      from: column(edges, "from"), to: column(edges, "to"), bend,
    };
  }

  /** Lists of places by a key, such as the facts of each node. */
  const grouped = (length, keys) => {
    const lists = Array.from({ length }, () => []);
    keys.forEach((column) => column.forEach((key, place) => { if (lists[key].at(-1) !== place) lists[key].push(place); }));
    return lists;
  };
  const factsOf = Array.from({ length: count }, () => []);
  for (let fact = 0; fact < factCount; fact++) {
    factsOf[from[fact]].push(fact);
    if (to[fact] !== from[fact]) factsOf[to[fact]].push(fact);
  }
  const figuresOf = grouped(count, [figures.of]);
  const gazetteer = data.relations.findIndex((relation) => relation.name === "gazetteer");
  const flags = (length, places) => {
    const made = new Uint8Array(length);
    places.forEach((place) => { made[place] = 1; });
    return made;
  };
  const inferred = { fact: flags(factCount, facts.inferred), figure: flags(figures.of.length, figures.inferred) };
  // regions that only the gazetteer speaks of are shown with its facts, not without
  const listed = new Uint8Array(count);
  for (let node = 0; node < count; node++) {
    listed[node] = data.labels[nodes.label[node]].name === "Region" && !figuresOf[node].length && factsOf[node].length
      && factsOf[node].every((fact) => facts.relation[fact] === gazetteer);
  }

  const filters = { region: -1, article: -1, tier: "", since: null, until: null, undated: false };
  const state = {
    filters,
    labelsOff: new Set(),
    relationsOff: new Set(gazetteer < 0 ? [] : [gazetteer]),
    absent: flags(count, nodes.absent),
    focus: null,  // {node, steps}
    selected: null,  // {node} or {fact}
    node: new Uint8Array(count),  // what is seen now
    fact: new Uint8Array(factCount),
  };
  const filtering = () => filters.region >= 0 || filters.article >= 0 || filters.tier !== "" || filters.since !== null || filters.until !== null;

  const within = (place, region) => {
    for (; place >= 0; place = data.places[place][1]) if (place === region) return true;
    return false;
  };
  const passes = (kind, statement, columns) => {
    if (filters.tier && (filters.tier === "inferred") !== Boolean(inferred[kind][statement])) return false;
    if (filters.article >= 0 && !columns.proofs[statement].some(([passage]) => data.article_of[passage] === filters.article)) return false;
    if (filters.since !== null || filters.until !== null) {
      const years = columns.years[statement];
      if (!years) return filters.undated;
      if (filters.since !== null && years[1] < filters.since) return false;
      if (filters.until !== null && years[0] > filters.until) return false;
    }
    return true;
  };

  const neighbours = (node) => {
    const found = new Set();
    for (const fact of factsOf[node]) {
      if (!state.relationsOff.has(facts.relation[fact])) found.add(from[fact] === node ? to[fact] : from[fact]);
    }
    found.delete(node);
    return found;
  };
  const around = (node, steps) => {
    let found = new Set([node]);
    for (let step = 0; step < steps; step++) {
      for (const one of [...found]) for (const other of neighbours(one)) found.add(other);
    }
    return found;
  };

  /** Work out anew what is seen. */
  const look = () => {
    const focused = state.focus && around(state.focus.node, state.focus.steps);
    const regional = filters.region < 0 ? null : nodes.place.map((place) => within(place, filters.region));
    const may = (node) => !state.absent[node] && !state.labelsOff.has(nodes.label[node]) && (!focused || focused.has(node));
    const touched = new Uint8Array(count);
    state.fact.fill(0);
    for (let fact = 0; fact < factCount; fact++) {
      const [a, b] = [from[fact], to[fact]];
      if (state.relationsOff.has(facts.relation[fact]) || !may(a) || !may(b)) continue;
      if (regional && !regional[a] && !regional[b]) continue;
      if (!passes("fact", fact, facts)) continue;
      state.fact[fact] = touched[a] = touched[b] = 1;
    }
    const onlyRegion = regional && filters.article < 0 && !filters.tier && filters.since === null && filters.until === null;
    for (let node = 0; node < count; node++) {
      state.node[node] = may(node) && (touched[node] || (state.focus && state.focus.node === node) || (!filtering() && !listed[node])
        || (onlyRegion && regional[node] && !listed[node])
        || (filtering() && (!regional || regional[node]) && figuresOf[node].some((figure) => passes("figure", figure, figures))));
    }
  };

  const listeners = [];
  const onChange = (listener) => listeners.push(listener);
  const changed = () => { look(); listeners.forEach((listener) => listener("seen")); };
  const select = (what) => { state.selected = what; listeners.forEach((listener) => listener("selected")); };
  const clear = () => Object.assign(filters, { region: -1, article: -1, tier: "", since: null, until: null, undated: false });

  /** See to it that a node is in the picture, whatever hid it. */
  const reveal = (node) => {
    state.absent[node] = 0;
    look();
    if (!state.node[node]) {
      clear();
      state.focus = null;
      state.labelsOff.delete(nodes.label[node]);
      look();
      if (!state.node[node] && gazetteer >= 0) state.relationsOff.delete(gazetteer);
    }
    changed();
  };

  const folds = new Map();
  for (let at = 0; at < data.fold.length; at += 2) folds.set(data.fold[at], data.fold[at + 1]);
  const fold = (text) => Array.from(text.normalize("NFKC").toLowerCase(), (char) => folds.get(char) || char).join("").replace(/[\s"'“”‘’「」《》]/g, "");

  const degree = factsOf.map((list) => list.length);
  const order = Array.from({ length: count }, (_, node) => node).sort((a, b) => degree[b] - degree[a] || a - b);
  look();
  return {
    state, data, nodes, facts, figures, drawing, count, factCount, from, to, factsOf, figuresOf, inferred, gazetteer,
    neighbours, filtering, onChange, changed, select, clear, reveal, fold, order, degree,
    label: (node) => data.labels[nodes.label[node]],
    relation: (fact) => data.relations[facts.relation[fact]],
    name: (node) => drawing.name[node],
    text: (place) => data.texts[place],
  };
})();

"use strict";
// The panel beside the picture: what is known of a node, and of a fact the sentences that prove it.
const details = (() => {
  const { el, say, both } = duikou;
  const { data, nodes, facts, figures } = graph;
  const panel = document.getElementById("details");
  const FIRST = 40;  // rows of a list before "more"
  const SVG = "http://www.w3.org/2000/svg";
  const behind = [];  // what was shown before
  let from = null;  // where the focus was before the panel opened
  let proven = null;

  /** The sign of a node's label. */
  const sign = (node) => {
    const label = graph.label(node), svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    svg.setAttribute("class", `symbol fill-${label.name}`);
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", label.path);
    svg.append(path);
    return svg;
  };
  const words = ({ zh, en }) => both(zh, en);
  const pair = (place) => both(...graph.text(place));
  const tier = (kind, place) => {
    const name = graph.inferred[kind][place] ? "inferred" : "stated";
    return el("span", { class: `tier tier-${name}` }, say(`tier_${name}`));
  };

  /** A list whose rest waits behind a button. */
  const long = (rows, row) => {
    const list = el("ul", { class: "rows" });
    const more = (start) => {
      list.append(...rows.slice(start, start + FIRST).map((one) => el("li", {}, row(one))));
      const left = rows.length - start - FIRST;
      if (left > 0) {
        const button = el("button", { type: "button", class: "quiet more", onclick: () => { button.parentNode.remove(); more(start + FIRST); } },
          say("graph_more", { count: Math.min(left, FIRST) }));
        list.append(el("li", {}, button));
      }
    };
    more(0);
    return list;
  };

  const proof = ([passage, ...strong]) => {
    proven ||= JSON.parse(document.getElementById("sentences").textContent);
    const [sentence, start, stop, line] = proven.passages[passage];
    const text = proven.texts[sentence], quote = text.slice(start, stop), article = data.articles[data.article_of[passage]];
    const mark = el("mark");
    let at = 0;
    for (let n = 0; n < strong.length; n += 2) {
      mark.append(quote.slice(at, strong[n]), el("b", {}, quote.slice(strong[n], strong[n + 1])));
      at = strong[n + 1];
    }
    mark.append(quote.slice(at));
    return el("blockquote", { class: "proof" },
      el("p", { lang: "zh" }, el("span", { class: "around" }, text.slice(0, start)), mark, el("span", { class: "around" }, text.slice(stop))),
      el("footer", {}, say("place_line", { document: article.document, line }), article.said ? ` · ${article.said}` : ""));
  };
  const evidence = (kind, place, columns) => [
    columns.steps[place] ? el("section", { class: "steps" }, el("h3", {}, say("graph_steps")), el("ul", {}, columns.steps[place].map((step) => el("li", {}, pair(step))))) : null,
    ...columns.proofs[place].map(proof),
  ];

  const open = (what) => () => show(what);
  /** A fact in a row of a list; seen from a node, the other end alone is named. */
  const factRow = (fact, node) => {
    const [a, b] = [graph.from[fact], graph.to[fact]], relation = graph.relation(fact);
    const other = node === a ? b : a, count = facts.proofs[fact].length;
    const said = facts.said[fact] === undefined ? null : el("span", { class: "soft" }, pair(facts.said[fact]));
    const hidden = graph.state.node[other] ? null : el("span", { class: "soft small" }, say("graph_hidden_node"));
    return el("button", { type: "button", class: "row", onclick: () => { if (!graph.state.node[other]) graph.reveal(other); show({ fact }); } },
      el("span", { class: `relation line-${relation.class}` }, node === b && a !== b && !relation.symmetric ? "← " : "", words(relation), node === b || relation.symmetric ? "" : " →"),
      el("span", { class: "end" }, sign(other), graph.name(other)), said,
      el("span", { class: "soft small" }, count ? say("proofs", { count }) : say("from_gazetteer"), graph.inferred.fact[fact] ? [" · ", say("tier_inferred")] : null), hidden);
  };
  const figureRow = (figure) => el("details", { class: "figure" },
    el("summary", {}, pair(figures.indicator[figure]), " ", el("b", { class: "number" }, pair(figures.value[figure])), " ",
      el("span", { class: "soft small" }, pair(figures.said[figure])), graph.inferred.figure[figure] ? [" ", tier("figure", figure)] : null),
    evidence("figure", figure, figures));

  const region = (place) => {
    const names = [];
    for (; place >= 0; place = data.places[place][1]) names.unshift(data.places[place][0]);
    return names.join(" ");
  };
  const line = (key, value) => value ? [el("dt", {}, say(key)), el("dd", {}, value)] : null;
  const action = (key, values, what, id) => el("button", { type: "button", "data-do": id, onclick: what }, say(key, values));

  const ofNode = (node) => {
    const label = graph.label(node), absent = [...graph.neighbours(node)].filter((other) => !graph.state.node[other]);
    const own = graph.factsOf[node].filter((fact) => graph.facts.relation[fact] !== graph.gazetteer || !graph.state.relationsOff.has(graph.gazetteer));
    const byRelation = [...own].sort((a, b) => facts.relation[a] - facts.relation[b] || a - b);
    const focus = (steps) => () => { graph.state.focus = { node, steps }; graph.changed(); fitted(); };
    const fitted = () => details.fitted();
    return [
      el("p", { class: "kind" }, el("span", { class: `chip chip-${label.name}` }, words(label))),
      el("h2", { tabindex: "-1" }, graph.name(node)),
      el("dl", {}, line("graph_also", (nodes.others[node] || []).join("、")), line("graph_lies", region(label.name === "Region" && nodes.place[node] >= 0 ? data.places[nodes.place[node]][1] : nodes.place[node]))),
      el("div", { class: "actions" },
        absent.length ? action("graph_expand", { count: absent.length }, () => { absent.forEach((other) => { graph.state.absent[other] = 0; }); if (graph.state.focus) graph.state.focus = null; graph.changed(); draw(); fitted(); }, "expand") : null,
        action("graph_focus_1", {}, focus(1), "focus"), action("graph_focus_2", {}, focus(2), "focus2"),
        action("graph_hide", {}, () => { graph.state.absent[node] = 1; close(); graph.changed(); }, "hide")),
      byRelation.length ? [el("h3", {}, say("graph_facts_of", { count: byRelation.length })), long(byRelation, (fact) => factRow(fact, node))] : null,
      graph.figuresOf[node].length ? [el("h3", {}, say("graph_figures_of", { count: graph.figuresOf[node].length })), long(graph.figuresOf[node], figureRow)] : null,
      byRelation.length || graph.figuresOf[node].length ? null : el("p", { class: "soft" }, say("graph_no_facts")),
    ];
  };

  const ofFact = (fact) => {
    const [a, b] = [graph.from[fact], graph.to[fact]], relation = graph.relation(fact);
    const end = (node) => el("button", { type: "button", class: "end", onclick: open({ node }) }, sign(node), graph.name(node));
    const beside = graph.factsOf[a].filter((other) => other !== fact && [graph.from[other], graph.to[other]].includes(b));
    return [
      el("h2", { tabindex: "-1", class: "statement" }, end(a), el("span", { class: `relation line-${relation.class}` }, words(relation)), end(b)),
      el("p", {}, facts.said[fact] === undefined ? null : el("span", { class: "said" }, pair(facts.said[fact]), " "), tier("fact", fact)),
      el("h3", {}, say("proof")),
      evidence("fact", fact, facts),
      facts.proofs[fact].length ? null : el("p", { class: "soft" }, say("from_gazetteer")),
      beside.length ? [el("h3", {}, say("graph_beside")), long(beside, (other) => factRow(other, a))] : null,
    ];
  };

  const draw = () => {
    const what = graph.state.selected;
    if (!what) return;
    panel.replaceChildren(
      el("div", { class: "bar" },
        behind.length ? el("button", { type: "button", class: "quiet", "data-do": "back", onclick: () => show(behind.pop(), true) }, "← ", say("graph_back")) : null,
        el("button", { type: "button", class: "quiet close", "data-do": "close", "data-label": "close", onclick: close }, "✕")),
      ...(what.node !== undefined ? ofNode(what.node) : ofFact(what.fact)).flat().flat().filter((one) => one !== null && one !== undefined));
    duikou.label();
  };
  /** Show a node or a fact; what was shown before is one step back. */
  const show = (what, back = false) => {
    if (panel.hidden) from = document.activeElement;
    if (!back && graph.state.selected) behind.push(graph.state.selected);
    panel.hidden = false;
    document.body.classList.add("with-details");
    graph.select(what);
    draw();
    panel.scrollTop = 0;
    panel.querySelector("h2").focus({ preventScroll: true });
    details.shown(what);
  };
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    behind.length = 0;
    document.body.classList.remove("with-details");
    graph.select(null);
    (from && from.isConnected ? from : document.getElementById("canvas")).focus({ preventScroll: true });
  };
  return { show, close, sign, words, draw, fitted: () => {}, shown: () => {} };
})();

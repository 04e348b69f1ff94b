"use strict";
// The legend, whose entries are switches, and the filters.
const controls = (() => {
  const { el, say, t } = duikou;
  const { data, state } = graph;
  const by = (id) => document.getElementById(id);

  for (const button of document.querySelectorAll("[data-switch]")) {
    const off = button.dataset.switch === "label" ? state.labelsOff : state.relationsOff;
    const number = Number(button.dataset.number);
    button.addEventListener("click", () => {
      if (!off.delete(number)) off.add(number);
      graph.changed();
    });
  }

  const option = (value, words) => el("option", { value }, words);
  /** Regions as a tree, provinces first; how many nodes lie in each. */
  const regions = () => {
    const inside = new Array(data.places.length).fill(0), below = data.places.map(() => []), tops = [];
    for (const place of graph.nodes.place) for (let up = place; up >= 0; up = data.places[up][1]) inside[up]++;
    data.places.forEach(([, above], place) => (above < 0 ? tops : below[above]).push(place));
    const rows = [];
    const walk = (place, depth) => {
      rows.push(option(place, `${"　".repeat(depth)}${data.places[place][0]}（${inside[place]}）`));
      below[place].forEach((one) => walk(one, depth + 1));
    };
    tops.forEach((one) => walk(one, 0));
    return rows;
  };
  const years = () => {
    const all = new Set();
    for (const columns of [graph.facts, graph.figures]) for (const pair of Object.values(columns.years)) pair.forEach((year) => all.add(year));
    return [...all].sort();
  };
  const fill = () => {
    const any = () => option("", t("graph_any"));
    by("region").replaceChildren(any(), ...regions());
    by("article").replaceChildren(any(), ...data.articles.map((article, place) => option(place, article.said || article.document)));
    by("tier").replaceChildren(any(), option("stated", t("tier_stated")), option("inferred", t("tier_inferred")));
    for (const id of ["since", "until"]) by(id).replaceChildren(option("", "…"), ...years().map((year) => option(year, year)));
    read();
  };
  const number = (id, none) => (by(id).value === "" ? none : Number(by(id).value));
  const read = () => {
    const { filters } = state;
    by("region").value = filters.region < 0 ? "" : filters.region;
    by("article").value = filters.article < 0 ? "" : filters.article;
    by("tier").value = filters.tier;
    by("since").value = filters.since ?? "";
    by("until").value = filters.until ?? "";
    by("undated").checked = filters.undated;
  };
  by("filters").addEventListener("change", () => {
    Object.assign(state.filters, {
      region: number("region", -1), article: number("article", -1), tier: by("tier").value,
      since: number("since", null), until: number("until", null), undated: by("undated").checked,
    });
    graph.changed();
  });
  by("clear").addEventListener("click", () => { graph.clear(); graph.changed(); });
  by("whole").addEventListener("click", () => { state.focus = null; graph.changed(); controls.fitted(); });

  const sum = (flags) => flags.reduce((total, flag) => total + flag, 0);
  /** What the switches, filters and the line of state say of the picture. */
  const write = () => {
    for (const button of document.querySelectorAll("[data-switch]")) {
      const off = button.dataset.switch === "label" ? state.labelsOff : state.relationsOff;
      button.setAttribute("aria-pressed", String(!off.has(Number(button.dataset.number))));
    }
    read();
    const nodes = sum(state.node);
    by("count").replaceChildren(...(nodes ? say("graph_count", { nodes, all_nodes: graph.count, facts: sum(state.fact), all_facts: graph.factCount }) : say("graph_none")));
    by("whole").hidden = !state.focus;
    by("clear").disabled = !graph.filtering();
  };
  if (matchMedia("(max-width: 48rem)").matches) by("controls").open = false;  // the picture first on a small screen
  fill();
  write();
  return { fill, write, fitted: () => {} };
})();

"use strict";
// Names: found by typing, and listed for those who do not use the picture.
const names = (() => {
  const { el, say } = duikou;
  const { nodes } = graph;
  const field = document.getElementById("search"), hits = document.getElementById("hits");
  const MOST = 12, PAGE = 60;
  let keys = null, found = [], at = -1;

  /** All names of each node, folded; made when the first letter is typed. */
  const folded = () => keys ||= graph.drawing.name.map((name, node) => [name, ...(nodes.others[node] || [])].map(graph.fold));
  const find = (text) => {
    const wanted = graph.fold(text);
    if (!wanted) return [];
    const rated = [];
    for (const node of graph.order) {
      let best = 3, other = null;
      folded()[node].forEach((key, number) => {
        const rate = key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : 3;
        if (rate < best) [best, other] = [rate, number ? nodes.others[node][number - 1] : null];
      });
      if (best < 3) rated.push([best, rated.length, node, other]);
    }
    return rated.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST);
  };
  const mark = (place) => {
    at = place;
    [...hits.children].forEach((row, number) => {
      row.setAttribute("aria-selected", number === at);
      if (number === at) row.scrollIntoView({ block: "nearest" });
    });
    if (at >= 0) field.setAttribute("aria-activedescendant", `hit-${at}`);
    else field.removeAttribute("aria-activedescendant");
  };
  const shut = () => {
    hits.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const list = () => {
    found = find(field.value);
    hits.replaceChildren(...found.map(([, , node, other], number) =>
      el("li", { role: "option", id: `hit-${number}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); choose(number); } },
        details.sign(node), el("span", {}, graph.name(node), other ? el("span", { class: "soft small" }, ` ${other}`) : null))));
    const none = !found.length && field.value.trim();
    if (none) hits.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, say("graph_no_hit")));
    hits.hidden = !found.length && !none;
    field.setAttribute("aria-expanded", String(!hits.hidden));
    mark(found.length ? 0 : -1);
  };
  const choose = (number) => {
    if (!found[number]) return;
    const node = found[number][2];
    shut();
    names.chosen(node);
  };
  field.addEventListener("input", list);
  field.addEventListener("focus", () => { if (field.value) list(); });
  field.addEventListener("blur", shut);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.hidden) list();
      else if (found.length) mark((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(at);
    } else if (event.key === "Escape" && !hits.hidden) {
      event.stopPropagation();
      shut();
    }
  });

  // the list: by label, those with most facts first
  const holder = document.getElementById("list"), listed = document.getElementById("listed");
  const group = (label, place) => {
    const seen = graph.order.filter((node) => nodes.label[node] === place && graph.state.node[node]);
    if (!seen.length) return null;
    const rows = el("ul", { class: "rows" });
    const more = (start) => {
      rows.append(...seen.slice(start, start + PAGE).map((node) => el("li", {},
        el("button", { type: "button", class: "row", "data-node": node, onclick: () => names.chosen(node) }, el("span", { class: "end" }, details.sign(node), graph.name(node))))));
      const left = seen.length - start - PAGE;
      if (left > 0) {
        const button = el("button", { type: "button", class: "quiet more", onclick: () => { button.parentNode.remove(); more(start + PAGE); } }, say("graph_more", { count: Math.min(left, PAGE) }));
        rows.append(el("li", {}, button));
      }
    };
    more(0);
    return el("section", {}, el("h3", {}, details.words(label), el("span", { class: "number soft" }, ` ${seen.length}`)), rows);
  };
  const write = () => {
    if (holder.open) listed.replaceChildren(...graph.data.labels.map(group).filter(Boolean));
  };
  holder.addEventListener("toggle", write);
  return { write, chosen: () => {} };
})();

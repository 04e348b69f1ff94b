"use strict";
// Everything put together: the picture tells what was clicked, the panels follow.
(() => {
  const box = document.getElementById("canvas"), tip = document.getElementById("tip");
  const { el, say, both } = duikou;

  const sayOver = (what) => {
    if (what.node !== undefined) return [graph.name(what.node), " ", el("span", { class: "soft" }, both(graph.label(what.node).zh, graph.label(what.node).en))];
    const relation = graph.relation(what.fact), count = graph.facts.proofs[what.fact].length;
    return [graph.name(graph.from[what.fact]), " ", el("b", {}, both(relation.zh, relation.en)), " ", graph.name(graph.to[what.fact]), " ", el("span", { class: "soft" }, count ? say("proofs", { count }) : say("from_gazetteer"))];
  };
  const view = picture(box, {
    node: (node) => details.show({ node }),
    fact: (fact) => details.show({ fact }),
    nothing: details.close,
    over: (what, point) => {
      box.classList.toggle("over", Boolean(what));
      tip.hidden = !what;
      if (!what) return;
      tip.replaceChildren(...sayOver(what));
      const left = Math.min(point.x + 14, box.clientWidth - tip.offsetWidth - 8), top = Math.min(point.y + 16, box.clientHeight - tip.offsetHeight - 8);
      tip.style.transform = `translate(${Math.max(left, 8)}px, ${Math.max(top, 8)}px)`;
    },
  });
  details.fitted = controls.fitted = () => view.fit();
  /** How far the middle of what the panel leaves free lies from the middle of the picture. */
  const panel = document.getElementById("details");
  const free = () => {
    const whole = box.getBoundingClientRect(), cover = panel.getBoundingClientRect();
    if (panel.hidden || cover.left >= whole.right || cover.top >= whole.bottom) return { right: whole.width, bottom: whole.height };
    return cover.left > whole.left + 40 ? { right: cover.left - whole.left, bottom: whole.height } : { right: whole.width, bottom: cover.top - whole.top };
  };
  const centre = (what) => {
    if (what.node === undefined) view.fit([graph.from[what.fact], graph.to[what.fact]]);
    else view.show(what.node);
    const { right, bottom } = free();
    view.pan((box.clientWidth - right) / 2, (box.clientHeight - bottom) / 2);
  };
  const inSight = (node) => {
    const { x, y } = view.place(node), { right, bottom } = free();
    return x > 30 && y > 30 && x < right - 30 && y < bottom - 40;
  };
  // the panel takes a part of the picture: what was asked for stays in sight
  details.shown = (what) => requestAnimationFrame(() => requestAnimationFrame(() => {
    tip.hidden = true;
    if (graph.state.selected !== what) return;
    const ends = what.node === undefined ? [graph.from[what.fact], graph.to[what.fact]] : [what.node];
    if (!ends.every(inSight)) centre(what);
  }));
  names.chosen = (node) => {
    if (!graph.state.node[node]) graph.reveal(node);
    details.show({ node });
    view.show(node);
    requestAnimationFrame(() => centre({ node }));
  };

  graph.onChange((what) => {
    if (what === "selected") {
      view.select();
      return;
    }
    view.refresh();
    controls.write();
    names.write();
  });
  duikou.onChange(() => {
    controls.fill();
    view.refresh();
    view.select();
  });
  new ResizeObserver(() => view.select()).observe(box);

  const STEP = 80;
  const keys = {
    ArrowLeft: () => view.pan(-STEP, 0), ArrowRight: () => view.pan(STEP, 0), ArrowUp: () => view.pan(0, -STEP), ArrowDown: () => view.pan(0, STEP),
    "+": () => view.zoom(1.3), "=": () => view.zoom(1.3), "-": () => view.zoom(1 / 1.3), "0": () => view.fit(),
  };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") details.close(); });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => (button.dataset.zoom === "fit" ? view.fit() : view.zoom(button.dataset.zoom === "in" ? 1.4 : 1 / 1.4)));
  }

  if (!view.fits) view.fit();
  const asked = graph.nodes.id.indexOf(decodeURIComponent(location.hash.slice(1)));  // a link can point at a node
  if (asked >= 0) names.chosen(asked);
  window.graphView = view;
})();

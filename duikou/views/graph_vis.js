"use strict";
// The picture drawn by vis-network from what pyvis made: up to 2,000 nodes.
const picture = (box, tell) => {
  const { network: made } = graph.data;
  const { relations } = graph.data;
  const shown = (node) => Boolean(graph.state.node[node]);
  const edgeLook = (fact) => ({
    hidden: !graph.state.fact[fact],
    color: { color: overlay.lineColor(fact), highlight: overlay.lineColor(fact), hover: overlay.lineColor(fact), opacity: 0.85 },
  });
  const first = (edge) => ({
    ...edge, ...edgeLook(edge.id), width: 0.9 + 0.7 * relations[graph.facts.relation[edge.id]].width,
    dashes: graph.inferred.fact[edge.id] ? [7, 5] : false,
    arrows: edge.arrows ? { to: { enabled: true, scaleFactor: 0.55 } } : "",
  });
  // names are written by the overlay, which knows where there is room
  const nodes = new vis.DataSet(made.nodes.map(({ label, ...node }) => ({ ...node, hidden: !shown(node.id) })));
  const edges = new vis.DataSet(made.edges.map(first));
  const drawNode = ({ ctx, id, x, y, style }) => ({
    drawNode: () => overlay.sign(ctx, id, x, y, style.size),
    nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
  });
  const options = { ...made.options, nodes: { ...made.options.nodes, ctxRenderer: drawNode } };
  const network = new vis.Network(box, { nodes, edges }, options);
  const over = overlay.layer(box);

  let last = null;
  network.on("afterDrawing", () => {
    const width = box.clientWidth, height = box.clientHeight;
    const scale = network.getScale(), middle = network.getViewPosition();
    if (last && (last.width !== width || last.height !== height)) {  // vis would shrink the picture with its frame
      const { scale: before, middle: position } = last;
      last = null;
      network.moveTo({ scale: before, position });
      return;
    }
    last = { width, height, scale, middle };
    const { x, y } = graph.drawing;
    over({
      width, height,
      at: (node) => [(x[node] - middle.x) * scale + width / 2, (y[node] - middle.y) * scale + height / 2],
      radius: (node) => graph.drawing.radius[node] * scale,
      via: (fact, start, end) => {  // as vis bends its lines, so that the strong line covers the thin one
        const bend = graph.drawing.bend[fact] || 0, length = Math.hypot(end[0] - start[0], end[1] - start[1]);
        const turn = Math.atan2(start[1] - end[1], end[0] - start[0]) + (bend / 2 + 0.5) * Math.PI;
        const reach = (Math.abs(bend) / 2 + 0.5) * length;
        return [start[0] + reach * Math.sin(turn), start[1] + reach * Math.cos(turn)];
      },
    });
  });
  network.on("click", ({ nodes: [node], edges: [fact] }) => {
    if (node !== undefined) tell.node(node);
    else if (fact !== undefined) tell.fact(fact);
    else tell.nothing();
    network.unselectAll();
  });
  network.on("dragging", ({ nodes: [node] }) => {
    if (node !== undefined) moved(node);
  });
  network.on("dragEnd", ({ nodes: [node] }) => {
    if (node !== undefined) moved(node);
    network.unselectAll();
  });
  const moved = (node) => {
    const place = network.getPosition(node);
    graph.drawing.x[node] = place.x;
    graph.drawing.y[node] = place.y;
  };
  network.on("hoverNode", ({ node, pointer }) => tell.over({ node }, pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => tell.over({ fact: edge }, pointer.DOM));
  network.on("blurNode", () => tell.over(null));
  network.on("blurEdge", () => tell.over(null));

  let theme = duikou.theme();
  const dimmed = (yes) => box.classList.toggle("dimmed", yes);
  const fit = (some) => {
    const ids = some || graph.order.filter(shown);
    if (!ids.length) return;
    network.fit({ nodes: ids, maxZoomLevel: some ? 1.2 : 1.6 });
    network.moveTo({ scale: network.getScale() * 0.9 });  // room for the names at the rim
  };
  return {
    refresh() {
      nodes.update(made.nodes.filter(({ id }) => nodes.get(id).hidden === shown(id)).map(({ id }) => ({ id, hidden: !shown(id) })));
      const recolored = theme !== duikou.theme();
      theme = duikou.theme();
      edges.update(made.edges.filter(({ id }) => recolored || edges.get(id).hidden === Boolean(graph.state.fact[id]))
        .map(({ id }) => ({ id, ...edgeLook(id) })));
      network.redraw();
    },
    select() {
      dimmed(Boolean(graph.state.selected));
      network.redraw();
    },
    fit,
    show: (node) => network.moveTo({ position: { x: graph.drawing.x[node], y: graph.drawing.y[node] }, scale: Math.max(network.getScale(), 0.8) }),
    zoom: (factor) => network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6) }),
    pan: (dx, dy) => {
      const at = network.getViewPosition(), scale = network.getScale();
      network.moveTo({ position: { x: at.x + dx / scale, y: at.y + dy / scale } });
    },
    place: (node) => network.canvasToDOM({ x: graph.drawing.x[node], y: graph.drawing.y[node] }),
  };
};

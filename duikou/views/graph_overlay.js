"use strict";
// What is drawn over the picture, the same for both libraries: names that do not overlap, and what is selected.
const overlay = (() => {
  const FONT = 12, WIDE = 9, GAP = 3, MOST = 4000;
  const SMALL = 4, FEW = 40;  // of signs smaller than this, in pixels, only so many have their names written
  const { drawing } = graph;
  const shapes = graph.data.labels.map((label) => new Path2D(label.path));
  const lines = graph.drawing.name.map(() => null);
  const widths = new Map();

  const colors = () => {
    const dark = duikou.theme() === "dark";
    return { dark, ink: dark ? "#ecebe6" : "#1c1b1a", halo: dark ? "#16181b" : "#ffffff", rim: dark ? "#d8d6d0" : null, ring: dark ? "#8fd8e4" : "#0b5c6b" };
  };
  const lineColor = (fact) => (duikou.theme() === "dark" ? graph.relation(fact).dark : graph.relation(fact).color);

  /** A name in one line or two of about the same length, the rest cut off. */
  const wrapped = (node) => {
    if (lines[node]) return lines[node];
    const chars = Array.from(drawing.name[node]);
    const half = Math.min(WIDE, Math.ceil(chars.length / 2));
    lines[node] = chars.length <= WIDE ? [chars.join("")]
      : [chars.slice(0, half).join(""), chars.slice(half, 2 * half).join("") + (chars.length > 2 * half ? "…" : "")];
    return lines[node];
  };
  const width = (context, text) => {
    if (!widths.has(text)) widths.set(text, context.measureText(text).width);
    return widths.get(text);
  };

  /** The sign of a label, its middle at x and y. */
  const sign = (context, node, x, y, radius) => {
    const label = graph.label(node), { rim } = colors();
    context.save();
    context.translate(x, y);
    context.scale(radius / 12, radius / 12);
    context.translate(-12, -12);
    context.fillStyle = label.fill;
    context.strokeStyle = rim || label.rim;
    context.lineWidth = 1.6 * 12 / Math.max(radius, 6);
    context.fill(shapes[graph.nodes.label[node]]);
    context.stroke(shapes[graph.nodes.label[node]]);
    context.restore();
  };

  /** Whether the box is free on the picture; taken, if so. Cells of 64 pixels keep the search short. */
  const places = () => {
    const cells = new Map();
    const each = ([left, top, right, bottom], what) => {
      for (let column = Math.floor(left / 64); column <= right / 64; column++) {
        for (let row = Math.floor(top / 64); row <= bottom / 64; row++) if (what(`${column} ${row}`)) return true;
      }
      return false;
    };
    const free = (box) => !each(box, (cell) => (cells.get(cell) || []).some((other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
    const take = (box) => each(box, (cell) => { cells.set(cell, [...(cells.get(cell) || []), box]); });
    return { free, take };
  };

  const selection = () => {
    const { selected, fact: seen } = graph.state;
    if (!selected) return null;
    if (selected.fact !== undefined) {
      return { nodes: new Set([graph.from[selected.fact], graph.to[selected.fact]]), facts: [selected.fact] };
    }
    const facts = graph.factsOf[selected.node].filter((fact) => seen[fact]);
    return { nodes: new Set([selected.node, ...facts.flatMap((fact) => [graph.from[fact], graph.to[fact]])]), facts };
  };

  const arrow = (context, view, fact, named) => {
    const [a, b] = [graph.from[fact], graph.to[fact]];
    const start = view.at(a), end = view.at(b);
    if (a === b) return;
    const via = view.via(fact, start, end);
    const length = Math.hypot(end[0] - via[0], end[1] - via[1]) || 1;
    const reach = view.radius(b) + 2, head = 9;
    const [dx, dy] = [(end[0] - via[0]) / length, (end[1] - via[1]) / length];
    const tip = [end[0] - dx * reach, end[1] - dy * reach];
    context.strokeStyle = context.fillStyle = lineColor(fact);
    context.lineWidth = graph.relation(fact).width + 1.2;
    context.setLineDash(graph.inferred.fact[fact] ? [7, 4] : []);
    context.beginPath();
    context.moveTo(...start);
    context.quadraticCurveTo(...via, ...tip);
    context.stroke();
    context.setLineDash([]);
    if (!graph.relation(fact).symmetric) {
      context.beginPath();
      context.moveTo(...tip);
      context.lineTo(tip[0] - dx * head - dy * 5, tip[1] - dy * head + dx * 5);
      context.lineTo(tip[0] - dx * head + dy * 5, tip[1] - dy * head - dx * 5);
      context.fill();
    }
    if (named) {
      const middle = [(start[0] + 2 * via[0] + end[0]) / 4, (start[1] + 2 * via[1] + end[1]) / 4];
      return { text: graph.relation(fact)[duikou.lang()], at: middle, color: lineColor(fact) };
    }
  };

  const written = (context, text, x, y, color, halo) => {
    context.strokeStyle = halo;
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  };

  /** Draw: view has context, width, height, at(node), radius(node), via(fact, start, end), all in pixels of the screen. */
  const draw = (view) => {
    const { context } = view, tone = colors(), chosen = selection(), taken = places();
    context.clearRect(0, 0, view.width, view.height);
    context.textAlign = "center";
    context.textBaseline = "top";
    const fontOf = (weight) => `${weight} ${FONT}px ${getComputedStyle(document.body).fontFamily}`;
    const captions = [];
    if (chosen) {
      const few = chosen.facts.length <= 60;
      for (const fact of chosen.facts) captions.push(arrow(context, view, fact, few));
      for (const node of chosen.nodes) if (graph.state.node[node]) sign(context, node, ...view.at(node), Math.max(view.radius(node), 5));
      if (graph.state.selected.node !== undefined) {
        context.beginPath();
        context.arc(...view.at(graph.state.selected.node), Math.max(view.radius(graph.state.selected.node), 5) + 5, 0, 2 * Math.PI);
        context.strokeStyle = tone.ring;
        context.lineWidth = 3;
        context.stroke();
      }
    }
    const names = chosen ? [...chosen.nodes].sort((a, b) => (b === graph.state.selected.node) - (a === graph.state.selected.node) || graph.degree[b] - graph.degree[a]) : graph.order;
    context.font = fontOf(chosen ? 600 : 500);
    const near = [];
    for (const node of names) {
      if (!graph.state.node[node]) continue;
      const [x, y] = view.at(node), radius = view.radius(node);
      if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
      if (near.push([node, x, y, radius]) > MOST) break;
    }
    // a name does not cover a sign; where there is no room under its own, it stands above or beside it
    for (const [, x, y, radius] of near) if (radius >= SMALL) taken.take([x - 0.7 * radius, y - 0.7 * radius, x + 0.7 * radius, y + 0.7 * radius]);
    let small = 0;
    for (const [node, x, y, radius] of near) {
      if (radius < SMALL && graph.count > 500 && !chosen && small >= FEW) continue;
      const rows = wrapped(node), half = Math.max(...rows.map((row) => width(context, row))) / 2, high = rows.length * (FONT + 2);
      const side = radius + GAP + half + 2;
      for (const [middle, top] of [[x, y + radius + GAP], [x, y - radius - GAP - high], [x + side, y - high / 2], [x - side, y - high / 2]]) {
        const box = [middle - half - 2, top - 1, middle + half + 2, top + high];
        if (box[0] < 0 || box[2] > view.width || !taken.free(box)) continue;
        taken.take(box);
        if (radius < SMALL) small++;
        rows.forEach((row, number) => written(context, row, middle, top + number * (FONT + 2), tone.ink, tone.halo));
        break;
      }
    }
    context.textBaseline = "middle";
    for (const caption of captions) {
      if (!caption) continue;
      const half = width(context, caption.text) / 2 + 2;
      const box = [caption.at[0] - half, caption.at[1] - 8, caption.at[0] + half, caption.at[1] + 8];
      if (!taken.free(box)) continue;
      taken.take(box);
      written(context, caption.text, ...caption.at, caption.color, tone.halo);
    }
  };

  /** A canvas over the box, its pixels those of the screen. */
  const layer = (box) => {
    const canvas = duikou.el("canvas", { class: "overlay", "aria-hidden": "true" });
    box.append(canvas);
    return (view) => {
      const ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(view.width * ratio) || canvas.height !== Math.round(view.height * ratio)) {
        canvas.width = Math.round(view.width * ratio);
        canvas.height = Math.round(view.height * ratio);
      }
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw({ ...view, context });
    };
  };
  return { layer, sign, colors, lineColor };
})();

"use strict";
// The picture drawn by sigma.js: more than 2,000 nodes.
const picture = (box, tell) => {
  const { Sigma, Graph, NodeProgram, EdgeRectangleProgram, EdgeCurveProgram, floatColor } = sigmaParts;
  const { drawing, state } = graph;
  const SHAPES = ["circle", "square", "hexagon", "triangle", "triangle_down", "diamond", "pentagon", "star", "plus"];
  const shapes = graph.data.labels.map((label) => SHAPES.indexOf(label.shape));
  const many = Math.min(1, Math.sqrt(2000 / graph.count));

  const graphology = new Graph({ multi: true, type: "directed", allowSelfLoops: true });
  for (let node = 0; node < graph.count; node++) {
    graphology.addNode(node, {
      x: drawing.x[node], y: -drawing.y[node], size: Math.max(1.6, drawing.radius[node] * 0.42 * many),
      color: graph.label(node).fill, shape: shapes[graph.nodes.label[node]], hidden: !state.node[node],
    });
  }
  for (let fact = 0; fact < graph.factCount; fact++) {
    const bend = drawing.bend[fact];
    graphology.addDirectedEdgeWithKey(fact, graph.from[fact], graph.to[fact], {
      size: (0.4 + 0.35 * graph.relation(fact).width) * Math.max(many, 0.5), color: overlay.lineColor(fact),
      type: bend ? "curve" : "line", curvature: bend || 0, hidden: !state.fact[fact],
    });
  }

  // The signs of look.yaml: a square around each node, cut to its shape by the distance to its outline.
  const VERTEX = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute vec2 a_corner;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec2 v_at; varying float v_shape; varying float v_pixel;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * size * 1.15, 1.0)).xy, 0.0, 1.0);
  v_at = a_corner * 1.15; v_shape = a_shape; v_pixel = u_correctionRatio * 2.0 / size;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;
  const FRAGMENT = `
precision highp float;
varying vec4 v_color; varying vec2 v_at; varying float v_shape; varying float v_pixel;
uniform float u_rim;
float corners(vec2 p, float n, float radius) {
  float slice = 6.2831853 / n, angle = mod(atan(p.x, p.y), slice) - slice / 2.0;
  return length(p) * cos(angle) - radius * cos(slice / 2.0);
}
float star(vec2 p) {
  float slice = 1.2566371, angle = abs(mod(atan(p.x, p.y) + slice / 2.0, slice) - slice / 2.0);
  vec2 q = length(p) * vec2(sin(angle), cos(angle)), tip = vec2(0.0, 1.0), dent = 0.45 * vec2(sin(slice / 2.0), cos(slice / 2.0));
  vec2 along = normalize(dent - tip);
  return dot(q - tip, vec2(-along.y, along.x));
}
float outline(vec2 p) {
  if (v_shape < 0.5) return length(p) - 0.875;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - 0.75;
  if (v_shape < 2.5) return corners(p, 6.0, 0.92);
  if (v_shape < 3.5) return corners(p, 3.0, 1.0);
  if (v_shape < 4.5) return corners(vec2(p.x, -p.y), 3.0, 1.0);
  if (v_shape < 5.5) return corners(p, 4.0, 1.0);
  if (v_shape < 6.5) return corners(p, 5.0, 0.96);
  if (v_shape < 7.5) return star(p);
  vec2 q = abs(p);
  return min(max(q.x - 0.29, q.y - 0.875), max(q.y - 0.29, q.x - 0.875));
}
void main() {
  float away = outline(v_at);
  #ifdef PICKING_MODE
  gl_FragColor = away > v_pixel ? vec4(0.0) : v_color;
  #else
  float cover = 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, away);
  float rim = smoothstep(-v_pixel * 1.8, -v_pixel * 1.0, away) * step(v_pixel, 0.35);
  vec3 edge = mix(v_color.rgb * 0.7, vec3(0.85), u_rim);
  gl_FragColor = vec4(mix(v_color.rgb, edge, rim), v_color.a) * cover;
  #endif
}`;
  class SignProgram extends NodeProgram {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: TRIANGLES,
        UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_rim"],
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT }, { name: "a_size", size: 1, type: FLOAT }, { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true }, { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [1, -1], [1, 1], [-1, 1]],
      };
    }
    processVisibleItem(id, start, data) {
      this.array.set([data.x, data.y, data.size, data.shape, floatColor(data.color), id], start);
    }
    setUniforms(params, { gl, uniformLocations }) {
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_rim, duikou.theme() === "dark" ? 1 : 0);
    }
  }

  document.body.classList.add("overlaid");  // a panel over the picture: beside it, sigma would draw everything anew
  const renderer = new Sigma(graphology, box, {
    allowInvalidContainer: true, renderLabels: false, renderEdgeLabels: false, enableEdgeEvents: false, hideEdgesOnMove: graph.factCount > 5000,
    defaultNodeType: "sign", nodeProgramClasses: { sign: SignProgram }, edgeProgramClasses: { line: EdgeRectangleProgram, curve: EdgeCurveProgram },
    defaultEdgeType: "line", minEdgeThickness: graph.factCount > 20000 ? 0.5 : 0.8, stagePadding: 56, minCameraRatio: 0.002, maxCameraRatio: 4,
    nodeHoverProgramClasses: {}, defaultDrawNodeHover: () => {}, zIndex: false,
  });
  const camera = renderer.getCamera();
  const closest = Math.min(1, 12 / Math.sqrt(graph.count));  // a view of about a hundred nodes
  const at = (node) => {
    const point = renderer.graphToViewport({ x: drawing.x[node], y: -drawing.y[node] });
    return [point.x, point.y];
  };
  const sizes = graph.order.map(() => 0);
  graph.order.forEach((node) => { sizes[node] = graphology.getNodeAttribute(node, "size"); });
  const radius = (node) => renderer.scaleSize(sizes[node]);
  const via = (fact, start, end) => {
    const bend = drawing.bend[fact] || 0;
    return [(start[0] + end[0]) / 2 + bend * (end[1] - start[1]), (start[1] + end[1]) / 2 - bend * (end[0] - start[0])];
  };
  const over = overlay.layer(box);
  renderer.on("afterRender", () => over({ width: box.clientWidth, height: box.clientHeight, at, radius, via }));

  /** The fact whose line passes a point, at most five pixels away: sigma would draw all lines twice to tell. */
  const lineAt = (x, y) => {
    let [best, nearest] = [undefined, 5];
    const places = new Map();
    const place = (node) => places.get(node) || places.set(node, at(node)).get(node);
    for (let fact = 0; fact < graph.factCount; fact++) {
      if (!state.fact[fact]) continue;
      const start = place(graph.from[fact]), end = place(graph.to[fact]);
      const room = 6 + Math.abs(drawing.bend[fact] || 0) * Math.hypot(end[0] - start[0], end[1] - start[1]);
      if (x < Math.min(start[0], end[0]) - room || x > Math.max(start[0], end[0]) + room || y < Math.min(start[1], end[1]) - room || y > Math.max(start[1], end[1]) + room) continue;
      const away = distance(x, y, start, via(fact, start, end), end, drawing.bend[fact] ? 8 : 1);
      if (away < nearest) [best, nearest] = [fact, away];
    }
    return best;
  };
  const distance = (x, y, start, middle, end, pieces) => {
    let [least, last] = [Infinity, start];
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces, u = 1 - t;
      const next = [0, 1].map((axis) => u * u * start[axis] + 2 * u * t * middle[axis] + t * t * end[axis]);
      const [dx, dy] = [next[0] - last[0], next[1] - last[1]];
      const share = Math.min(1, Math.max(0, ((x - last[0]) * dx + (y - last[1]) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(x - last[0] - share * dx, y - last[1] - share * dy));
      last = next;
    }
    return least;
  };
  renderer.on("clickNode", ({ node }) => tell.node(Number(node)));
  renderer.on("clickStage", ({ event }) => {
    const fact = lineAt(event.x, event.y);
    if (fact === undefined) tell.nothing();
    else tell.fact(fact);
  });
  renderer.on("enterNode", ({ node, event }) => tell.over({ node: Number(node) }, event));
  renderer.on("leaveNode", () => tell.over(null));

  let theme = duikou.theme();
  const shown = (node) => Boolean(state.node[node]);
  return {
    fits: graph.order.every(shown),  // sigma shows everything at first; to be told so would have it draw twice
    refresh() {
      const recolored = theme !== duikou.theme();
      theme = duikou.theme();
      graphology.updateEachNodeAttributes((node, attributes) => { attributes.hidden = !state.node[node]; return attributes; }, { attributes: ["hidden"] });
      graphology.updateEachEdgeAttributes((edge, attributes) => {
        attributes.hidden = !state.fact[edge];
        if (recolored) attributes.color = overlay.lineColor(Number(edge));
        return attributes;
      }, { attributes: ["hidden", "color"] });
    },
    select() {
      box.classList.toggle("dimmed", Boolean(state.selected));
      over({ width: box.clientWidth, height: box.clientHeight, at, radius, via });
    },
    fit(some) {
      const nodes = some || graph.order.filter(shown);
      if (!nodes.length) return;
      // where they would be if the camera saw everything, which is the camera of ratio 1
      const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }, low = [Infinity, Infinity], high = [-Infinity, -Infinity];
      for (const node of nodes) {
        const { x, y } = renderer.graphToViewport({ x: drawing.x[node], y: -drawing.y[node] }, { cameraState });
        [x, y].forEach((value, axis) => { low[axis] = Math.min(low[axis], value); high[axis] = Math.max(high[axis], value); });
      }
      const { width, height } = renderer.getDimensions();
      const ratio = Math.max((high[0] - low[0]) / (width - 112), (high[1] - low[1]) / (height - 112), 0.3 * closest);
      const middle = renderer.viewportToFramedGraph({ x: (low[0] + high[0]) / 2, y: (low[1] + high[1]) / 2 }, { cameraState });
      camera.setState({ x: middle.x, y: middle.y, ratio, angle: 0 });
    },
    show(node) {
      const point = renderer.getNodeDisplayData(node);
      camera.setState({ x: point.x, y: point.y, ratio: Math.min(camera.ratio, closest) });
    },
    zoom: (factor) => camera.setState({ ratio: Math.min(Math.max(camera.ratio / factor, 0.002), 4) }),
    pan(dx, dy) {
      const middle = renderer.viewportToFramedGraph({ x: box.clientWidth / 2 + dx, y: box.clientHeight / 2 + dy });
      camera.setState({ x: middle.x, y: middle.y });
    },
    place: (node) => ({ x: at(node)[0], y: at(node)[1] }),
  };
};

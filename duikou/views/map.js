"use strict";
// The map of pairings: nearer and farther. Dots and names keep their size, so that nearer there is room for more names.
(() => {
  const MOST = 12;
  const whole = (picture) => picture.dataset.whole.split(" ").map(Number);
  const seen = (picture) => picture.getAttribute("viewBox").split(" ").map(Number);
  const pictures = [...document.querySelectorAll("svg.map")];
  const shown = () => pictures.find((picture) => picture.getClientRects().length > 0);

  const show = (picture, x, y, width) => {
    const [, , all, tall] = whole(picture);
    const wide = Math.min(all, Math.max(all / MOST, width));
    const high = (tall * wide) / all;
    picture.setAttribute("viewBox", [Math.min(Math.max(x, 0), all - wide), Math.min(Math.max(y, 0), tall - high), wide, high].join(" "));
    picture.classList.toggle("zoomed", wide < all);
    const size = wide / all;
    for (const one of picture.querySelectorAll("[data-at]")) {
      const [left, top] = one.dataset.at.split(" ");
      one.setAttribute("transform", `translate(${left} ${top}) scale(${size})`);
    }
    for (const arc of picture.querySelectorAll("[data-curve]")) {
      const [x1, y1, bx, by, x2, y2, back] = arc.dataset.curve.split(" ").map(Number);
      const reach = Math.hypot(x2 - bx, y2 - by) || 1;
      const stop = (to, from) => to - ((to - from) / reach) * back * size;
      const path = `M${x1} ${y1}Q${bx} ${by} ${stop(x2, bx)} ${stop(y2, by)}`;
      for (const line of arc.querySelectorAll("path:not(.head)")) line.setAttribute("d", path);
      arc.querySelector(".head")?.setAttribute("transform", `translate(${x2} ${y2}) scale(${size})`);
    }
    if (wide < all) place(picture, ...seen(picture).slice(0, 2), size);
    else restore(picture);
  };

  // Names are placed anew when nearer: the first of four sides where one covers nothing; as made when all is shown.
  const GAP = 4.5;
  const UP = 13, DOWN = 4;  // how far a line of text reaches over and under its base line
  const covers = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const at = (text, x, y, anchor) => {
    text.setAttribute("x", x);
    text.setAttribute("y", y);
    text.setAttribute("text-anchor", anchor);
  };
  const restore = (picture) => {
    for (const one of picture.querySelectorAll(".place")) {
      const text = one.querySelector("text");
      one.dataset.made ||= [text.getAttribute("x"), text.getAttribute("y"), text.getAttribute("text-anchor"), !one.matches(".no-room")].join(" ");
      const [x, y, anchor, room] = one.dataset.made.split(" ");
      at(text, x, y, anchor);
      one.classList.toggle("no-room", room === "false");
    }
    note(picture, picture.querySelectorAll(".no-room").length);
  };
  const place = (picture, left, top, size) => {
    restore(picture);
    const [, , all, tall] = whole(picture);
    const spots = [...picture.querySelectorAll(".place")].map((one) => {
      const [x, y] = one.dataset.at.split(" ").map(Number);
      const text = one.querySelector("text");
      const r = Number(one.querySelector(".dot").getAttribute("r"));
      return { one, text, r, x: (x - left) / size, y: (y - top) / size, wide: text.getComputedTextLength() };
    }).filter(({ x, y }) => x > 0 && y > 0 && x < all && y < tall);
    spots.sort((a, b) => a.one.matches(".no-room") - b.one.matches(".no-room"));
    const dots = new Map(spots.map((spot) => [spot, [spot.x - spot.r - 1, spot.y - spot.r - 1, spot.x + spot.r + 1, spot.y + spot.r + 1]]));
    const names = [];
    let count = 0;
    for (const spot of spots) {
      const away = spot.r + GAP;
      const sides = [["start", away, 5, 0], ["end", -away, 5, spot.wide], ["middle", 0, -away, spot.wide / 2], ["middle", 0, away + 11, spot.wide / 2]];
      const free = sides.find(([, x, y, back]) => {
        const box = [spot.x + x - back, spot.y + y - UP, spot.x + x - back + spot.wide, spot.y + y + DOWN];
        const clear = !names.some((other) => covers(box, other)) && ![...dots].some(([other, dot]) => other !== spot && covers(box, dot));
        if (clear) names.push(box);
        return clear;
      });
      if (free) at(spot.text, free[1], free[2], free[0]);
      else count += 1;
      spot.one.classList.toggle("no-room", !free);
    }
    note(picture, count);
  };
  const note = (picture, count) => {
    const words = picture.parentElement.querySelector(".crowded");
    words.hidden = count === 0;
    words.replaceChildren(...duikou.say("map_hidden", { count }));
  };

  const zoom = (picture, by, at) => {
    const [x, y, wide, high] = seen(picture);
    const [cx, cy] = at || [x + wide / 2, y + high / 2];
    const width = by === 0 ? Infinity : wide / by;
    const rate = Math.min(whole(picture)[2], Math.max(whole(picture)[2] / MOST, width)) / wide;
    show(picture, cx - (cx - x) * rate, cy - (cy - y) * rate, width);
  };
  const under = (picture, event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    return [point.x, point.y];
  };

  for (const picture of pictures) {
    picture.dataset.whole = picture.getAttribute("viewBox");
    let from = null;
    picture.addEventListener("dblclick", (event) => zoom(picture, 2, under(picture, event)));
    picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;  // the wheel alone moves the page
      event.preventDefault();
      zoom(picture, event.deltaY < 0 ? 1.25 : 0.8, under(picture, event));
    }, { passive: false });
    picture.addEventListener("pointerdown", (event) => { from = picture.matches(".zoomed") ? { x: event.clientX, y: event.clientY, seen: seen(picture) } : null; });
    picture.addEventListener("pointermove", (event) => {
      if (!from || !(event.buttons & 1)) return;
      const [x, y, wide] = from.seen;
      const scale = wide / picture.clientWidth;
      show(picture, x - (event.clientX - from.x) * scale, y - (event.clientY - from.y) * scale, wide);
    });
    picture.addEventListener("keydown", (event) => {
      const by = { "+": 1.6, "=": 1.6, "-": 1 / 1.6, "0": 0 }[event.key];
      if (by === undefined || event.ctrlKey || event.metaKey) return;
      const one = event.target.closest("[data-at]");
      zoom(picture, by, one ? one.dataset.at.split(" ").map(Number) : null);
    });
  }
  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (act && shown()) zoom(shown(), { in: 1.6, out: 1 / 1.6, all: 0 }[act]);
  });
})();

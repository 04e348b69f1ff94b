"use strict";
// The article view: what stands under the pointer, text and list in step, switches, the way along the marks by keys.
(() => {
  const reading = document.querySelector(".reading");
  const text = reading.querySelector(".text");
  const margin = reading.querySelector(".margin");
  const box = document.getElementById("understood");
  const body = box.querySelector(".understood-body");
  const small = matchMedia("(max-width: 48rem)");
  const marks = [...text.querySelectorAll("mark[data-s], mark[data-n]")];
  const cards = new Map([...margin.querySelectorAll(".said")].map((card) => [card.dataset.s, card]));
  const names = new Map([...margin.querySelectorAll(".entity")].map((one) => [one.dataset.n, one]));
  const list = (mark, key) => (mark.dataset[key] ? mark.dataset[key].split(" ") : []);

  // statement -> its marks in the text; statement -> those of them that carry it
  const places = new Map(), carrying = new Map();
  for (const mark of marks) {
    for (const [key, found] of [["s", places], ["k", carrying]]) {
      for (const number of list(mark, key)) {
        if (!found.has(number)) found.set(number, []);
        found.get(number).push(mark);
      }
    }
  }

  // ---- what is switched on
  const off = (kind) => reading.classList.contains("off-" + kind);
  const kindOf = (number) => [...cards.get(number).classList].find((name) => name.startsWith("said-")).slice(5);
  const statements = (mark) => list(mark, "s").filter((number) => !off(kindOf(number)));
  const called = (mark) => (off("name") ? [] : list(mark, "n").filter((n) => !hidden.has(names.get(n).dataset.of)));
  const hidden = new Set();  // labels
  const alive = (mark) => statements(mark).length > 0 || called(mark).length > 0;

  // ---- one statement or a few are looked at
  let pinned = null, lit = [];
  const light = (numbers) => {
    for (const one of lit) one.classList.remove("on", "key", "here");
    lit = [];
    for (const number of numbers) {
      const found = [...(places.get(number) || []), cards.get(number)];
      for (const one of found) one.classList.add("on");
      for (const one of carrying.get(number) || []) one.classList.add("key");
      lit.push(...found, ...(carrying.get(number) || []));
    }
  };
  const intoView = (card) => {  // inside the list only: the text stays where it is
    if (small.matches || !card) return;
    const frame = margin.getBoundingClientRect(), at = card.getBoundingClientRect();
    if (at.top < frame.top) margin.scrollTop += at.top - frame.top - 8;
    else if (at.bottom > frame.bottom) margin.scrollTop += Math.min(at.bottom - frame.bottom + 8, at.top - frame.top);
  };
  const copy = (node) => {
    const made = node.cloneNode(true);
    made.removeAttribute("id");
    made.classList.remove("on");
    return made;
  };
  const nearest = (mark) => {  // first the statements that these very words carry
    const carried = list(mark, "k");
    return statements(mark).sort((a, b) => carried.includes(b) - carried.includes(a) || a - b);
  };
  const fill = (mark) => {
    const found = [...called(mark).map((n) => names.get(n)), ...nearest(mark).map((s) => cards.get(s))];
    body.replaceChildren(...found.map(copy));
    box.scrollTop = 0;
  };
  const place = (mark) => {
    box.hidden = false;
    if (small.matches) {
      box.style.left = box.style.top = "";
      const under = mark.getBoundingClientRect().bottom + 24 - box.getBoundingClientRect().top;
      if (under > 0) scrollBy(0, under);
      return;
    }
    const at = mark.getClientRects()[0];
    if (!at) return;
    const below = innerHeight - at.bottom > box.offsetHeight + 12 || at.top < box.offsetHeight + 12;
    const left = Math.min(Math.max(at.left, 8), document.documentElement.clientWidth - box.offsetWidth - 8);
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(below ? at.bottom + 8 : at.top - box.offsetHeight - 8) + scrollY}px`;
  };
  const show = (mark) => {
    if (!alive(mark)) return;
    light(statements(mark));
    mark.classList.add("here");
    lit.push(mark);
    fill(mark);
    place(mark);
    intoView(cards.get(nearest(mark)[0]));
  };
  const clear = () => {
    pinned = null;
    light([]);
    box.hidden = true;
    box.classList.remove("pinned");
  };
  const pin = (mark) => {
    if (!alive(mark)) return;
    show(mark);
    pinned = mark;
    box.classList.add("pinned");
  };

  let waiting = 0;
  text.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("mark[data-s], mark[data-n]");
    clearTimeout(waiting);
    if (pinned || event.pointerType === "touch") return;
    if (!mark || !alive(mark)) waiting = setTimeout(clear, 200);
    else waiting = setTimeout(() => show(mark), 80);  // a pointer on its way elsewhere opens nothing
  });
  text.addEventListener("pointerleave", () => {
    clearTimeout(waiting);
    if (!pinned) waiting = setTimeout(clear, 300);
  });
  box.addEventListener("pointerenter", () => clearTimeout(waiting));
  box.addEventListener("pointerleave", () => { if (!pinned) waiting = setTimeout(clear, 300); });
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-s], mark[data-n]");
    if (String(getSelection())) return;
    if (!mark || mark === pinned) clear();
    else pin(mark);
  });
  box.querySelector(".close").addEventListener("click", () => {
    const back = pinned;
    clear();
    back?.focus({ preventScroll: true });
  });

  // ---- from the list to the text
  let held = false;  // the page moves under a pointer that stands still: that is no hovering
  document.addEventListener("pointermove", (event) => { if (event.movementX || event.movementY) held = false; });
  for (const [number, card] of cards) {
    card.addEventListener("pointerenter", () => { if (!pinned && !held) light([number]); });
    card.addEventListener("pointerleave", () => { if (!pinned && !held) light([]); });
    card.addEventListener("focusin", () => { if (!pinned) light([number]); });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#p"]');
    const number = link?.closest(".said")?.dataset.s;
    if (!number) return;
    event.preventDefault();
    clear();
    held = true;
    history.replaceState(null, "", link.getAttribute("href"));
    toPlace(link.getAttribute("href").slice(1), [number]);
  });
  const toPlace = (id, numbers) => {
    const anchor = document.getElementById(id);
    if (!anchor) return;
    const mark = anchor.nextElementSibling;
    anchor.scrollIntoView({ block: "center" });
    light(numbers || (mark ? statements(mark) : []));
    if (mark?.matches("mark")) reach(mark);
  };
  const fromAddress = () => { if (/^#p\d+$/.test(location.hash)) toPlace(location.hash.slice(1)); };
  addEventListener("hashchange", fromAddress);

  // ---- keys: one stop for the whole text, arrows from mark to mark
  const reach = (mark) => {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
  };
  text.addEventListener("keydown", (event) => {
    const at = marks.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      let next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step;
      while (marks[next] && !alive(marks[next])) next += step;
      if (!marks[next]) return;
      event.preventDefault();
      pinned = null;
      box.classList.remove("pinned");
      reach(marks[next]);
      marks[next].scrollIntoView({ block: "nearest" });
      show(marks[next]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      pin(marks[at]);
      box.querySelector("a, button")?.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.hidden) return;
    const back = pinned;
    clear();
    if (back) reach(back);
  });

  // ---- switches
  const signs = () => {  // the sign of its label before each name, made when first asked for
    if (text.querySelector(".sign")) return;
    for (const mark of marks) {
      const n = list(mark, "n")[0];
      const before = mark.previousElementSibling;
      if (!n || (before && before.nextSibling === mark && before.matches("mark") && list(before, "n").includes(n))) continue;
      const sign = names.get(n).querySelector("svg").cloneNode(true);
      sign.classList.add("sign");
      mark.prepend(sign);
    }
  };
  for (const button of document.querySelectorAll("[data-switch]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", on);
      if (on && button.dataset.switch === "label") signs();
      reading.classList.toggle("off-" + button.dataset.switch, !on);
      clear();
    });
  }
  for (const button of document.querySelectorAll(".legend [data-of]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", on);
      hidden[on ? "delete" : "add"](button.dataset.of);
      for (const mark of marks) {
        const all = list(mark, "n");
        if (all.length) mark.classList.toggle("off", all.every((n) => hidden.has(names.get(n).dataset.of)));
      }
      for (const one of names.values()) one.hidden = hidden.has(one.dataset.of);
      clear();
    });
  }

  // ---- the list follows the text as it is scrolled, unless someone is busy in it
  let asked = false;
  const follow = () => {
    asked = false;
    if (small.matches || pinned || margin.matches(":hover") || margin.contains(document.activeElement)) return;
    const top = 120;
    for (const [number, card] of cards) {
      const mark = (places.get(number) || [])[0];
      if (mark && card.offsetParent && mark.getBoundingClientRect().top > top) {
        margin.scrollTop = card.offsetTop - margin.firstElementChild.offsetTop;
        return;
      }
    }
  };
  addEventListener("scroll", () => {
    if (!small.matches && !pinned && !box.hidden && !text.contains(document.activeElement)) clear();
    if (!asked) {
      asked = true;
      requestAnimationFrame(follow);
    }
  }, { passive: true });
  fromAddress();
})();

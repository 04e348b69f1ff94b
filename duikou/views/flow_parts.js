"use strict";
// Pictures of questions: choosing something in them lists its facts in the panel; switches; the filter by name; the keyboard.
// Whatever can be chosen has data-facts (the numbers of its facts), data-name, and data-zh and data-en (what it says).
(() => {
  const panel = document.getElementById("panel");
  const hint = panel.querySelector(".hint");
  const finder = document.getElementById("finder");
  const tip = duikou.el("div", { class: "tip", hidden: true, "aria-hidden": "true" });
  const choices = (root = document) => [...root.querySelectorAll("[data-facts]")];
  const shown = (one) => !one.closest("[hidden]") && one.getClientRects().length > 0;
  let chosen = null;
  document.body.append(tip);

  // The words of a choice: for a screen reader, and beside the pointer.
  const name = () => {
    for (const one of choices()) one.setAttribute("aria-label", one.dataset.name + " · " + one.dataset[duikou.lang()]);
  };
  const point = (one, x, y) => {
    tip.hidden = !one;
    if (!one) return;
    tip.replaceChildren(duikou.el("strong", {}, one.dataset.name), duikou.el("br"), one.dataset[duikou.lang()]);
    tip.style.left = Math.max(4, Math.min(x + 14, innerWidth - tip.offsetWidth - 6)) + "px";
    tip.style.top = (y + tip.offsetHeight + 20 > innerHeight ? y - tip.offsetHeight - 8 : y + 16) + "px";
  };

  // What belongs together lights up together: the bands of a node; the node, arc and name of a place.
  const related = (one) => {
    const picture = one.closest("svg[role]");
    if (!picture) return [];
    if (one.dataset.node) return [...picture.querySelectorAll("[data-ends]")].filter((other) => other.dataset.ends.split(" ").includes(one.dataset.node));
    return one.dataset.ends ? one.dataset.ends.split(" ").map((id) => picture.querySelector(`[data-node="${id}"]`)).filter(Boolean) : [];
  };
  const near = (one, on) => { for (const other of related(one)) other.classList.toggle("near", on); };

  const unmark = () => {
    for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
    for (const one of document.querySelectorAll(".picking")) one.classList.remove("picking");
    if (chosen) chosen.removeAttribute("aria-expanded");
  };
  const close = () => {
    unmark();
    panel.classList.remove("open");
    panel.replaceChildren(hint);
    if (chosen) chosen.focus();
    chosen = null;
  };
  const open = (one) => {
    unmark();
    chosen = one;
    one.classList.add("chosen");
    one.setAttribute("aria-expanded", "true");
    for (const other of related(one)) other.classList.add("chosen");
    one.closest("svg[role]")?.classList.add("picking");
    const facts = one.dataset.facts.split(" ").filter(Boolean).map((number) => {
      const copy = document.getElementById("fact-" + number).cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    });
    panel.replaceChildren(
      duikou.el("div", { class: "panel-head" },
        duikou.el("h2", {}, one.dataset.name),
        duikou.el("button", { type: "button", class: "quiet", onclick: close }, duikou.say("close"))),
      duikou.el("p", { class: "soft small" }, duikou.both(one.dataset.zh, one.dataset.en)),
      ...facts);
    panel.classList.add("open");
    panel.scrollTop = 0;
  };

  // One stop of the Tab key a picture; the arrows go on from there, in the order in which things stand.
  const stops = () => {
    for (const picture of document.querySelectorAll("svg[role]")) {
      const all = choices(picture);
      for (const one of all) one.setAttribute("tabindex", "-1");
      (all.find((one) => one === chosen) || all[0])?.setAttribute("tabindex", "0");
    }
  };
  const step = (one, by) => {
    const all = choices(one.closest("svg[role]")).filter((other) => shown(other) && !other.classList.contains("dim"));
    const next = all[(all.indexOf(one) + by + all.length) % all.length];
    one.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const filter = () => {
    const wanted = finder ? finder.value.trim().toLowerCase() : "";
    const fits = (text) => !wanted || text.toLowerCase().includes(wanted);
    let count = 0;
    for (const row of document.querySelectorAll("[data-row]")) {
      row.hidden = !fits(row.dataset.row);
      if (!row.hidden && row.matches("tr, li")) count += 1;
    }
    for (const picture of document.querySelectorAll("svg[role]")) {
      for (const one of choices(picture)) {
        const own = fits(one.dataset.name) || (one.dataset.node && related(one).some((other) => fits(other.dataset.name)));
        one.classList.toggle("dim", !own);
      }
    }
    for (const lane of document.querySelectorAll("[data-lane]")) lane.hidden = !lane.querySelector("[data-row]:not([hidden])");
    document.getElementById("found")?.replaceChildren(...(wanted ? duikou.say("flow_found", { count }) : []));
  };

  // A switch shows the sheets and notes of its values and hides the others.
  const value = (kind) => document.querySelector(`[data-switch="${kind}"][aria-pressed="true"]`)?.dataset.value;
  const turn = (button) => {
    for (const other of document.querySelectorAll(`[data-switch="${button.dataset.switch}"]`)) other.setAttribute("aria-pressed", String(other === button));
    for (const sheet of document.querySelectorAll(".sheet")) {
      sheet.hidden = ["level", "width", "lanes"].some((kind) => sheet.dataset[kind] && value(kind) && sheet.dataset[kind] !== value(kind));
    }
    for (const one of document.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== value("width");
    if (chosen && !shown(chosen)) close();
    dispatchEvent(new CustomEvent("duikou-switch"));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-switch]");
    const one = event.target.closest("[data-facts]");
    if (button) turn(button);
    if (one) open(one);
  });
  document.addEventListener("keydown", (event) => {
    const one = event.target.closest?.("svg[role] [data-facts]");
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape" && chosen) close();
    else if (one && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); open(one); }
    else if (one && by) { event.preventDefault(); step(one, by); }
  });
  document.addEventListener("pointermove", (event) => event.pointerType !== "touch" && point(event.target.closest?.("svg [data-facts]"), event.clientX, event.clientY));
  document.addEventListener("pointerleave", () => point(null));
  for (const [kind, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(kind, (event) => {
      const one = event.target.closest?.("svg [data-facts]");
      if (one) near(one, on);
      if (one && kind === "focusin" && one.matches(":focus-visible")) {
        const box = one.getBoundingClientRect();
        point(one, box.left + box.width / 2, box.top + box.height / 2);
      }
      if (kind === "focusout") point(null);
    });
  }
  finder?.addEventListener("input", filter);
  duikou.onChange(name);
  name();
  stops();
})();

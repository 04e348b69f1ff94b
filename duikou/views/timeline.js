"use strict";
// The timeline: switches of the kinds; a lane with nothing left in it is not shown.
(() => {
  const switches = [...document.querySelectorAll("[data-kind-switch]")];
  const apply = () => {
    const on = new Set(switches.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.kindSwitch));
    for (const row of document.querySelectorAll("[data-kind]")) row.classList.toggle("off", !on.has(row.dataset.kind));
    for (const lane of document.querySelectorAll("[data-lane]")) lane.classList.toggle("off", !lane.querySelector("[data-kind]:not(.off)"));
    for (const list of document.querySelectorAll(".undated")) list.classList.toggle("off", !list.querySelector("[data-kind]:not(.off)"));
  };
  for (const one of switches) {
    one.addEventListener("click", () => {
      one.setAttribute("aria-pressed", String(one.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  apply();
})();

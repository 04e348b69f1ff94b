"use strict";
// The page of one name: all proofs at once, where one is in the page, and links into what is folded up.
{
  const all = document.querySelector("[data-proofs]");
  all?.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    for (const one of document.querySelectorAll("main details")) one.open = open;
  });

  // A link to a statement that is folded up opens what it stands in, and its proofs.
  const show = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
    const proofs = target.querySelector(":scope > details.why");
    if (proofs) proofs.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", show);
  if (location.hash) show();

  // The first section in view is marked in the contents.
  const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
  const visible = new Set();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target.id);
    const first = [...links.keys()].find((id) => visible.has(id));
    for (const [id, link] of links) id === first ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }, { rootMargin: "0px 0px -60% 0px" });
  for (const section of document.querySelectorAll(".body > section")) seen.observe(section);
}

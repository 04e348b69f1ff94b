"use strict";
// What every page has: its data, the switch of language and of theme, and words for scripts.
const duikou = (() => {
  const root = document.documentElement;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = read("words");
  const kept = (key, value) => {
    try {
      if (value !== undefined) localStorage.setItem("duikou." + key, value);
      return localStorage.getItem("duikou." + key);
    } catch { return null; }  // a page from a file may have no storage
  };

  const lang = () => root.dataset.lang;
  const theme = () => root.dataset.theme;
  const listeners = [];
  const onChange = (listener) => listeners.push(listener);
  const changed = () => listeners.forEach((listener) => listener());

  /** The words of a key in the reader's language, values put in. */
  const t = (key, values = {}) =>
    words[key][lang()].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  /** An element with attributes and children; text is text, never markup. */
  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return made;
  };

  /** Words that follow the switch of language. */
  const both = (zh, en) => [el("span", { class: "zh" }, zh), el("span", { class: "en", lang: "en" }, en)];
  const say = (key, values = {}) => {
    const fill = (text) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
    return both(fill(words[key].zh), fill(words[key].en));
  };

  const label = () => {
    for (const one of document.querySelectorAll("[data-label]")) {
      one.setAttribute("aria-label", t(one.dataset.label));
      one.title = t(one.dataset.label);
    }
    for (const one of document.querySelectorAll("[data-placeholder]")) one.placeholder = t(one.dataset.placeholder);
  };
  const setLang = (value) => {
    root.dataset.lang = value;
    root.lang = value === "zh" ? "zh-CN" : "en";
    label();
    changed();
  };
  const setTheme = (value) => {
    root.dataset.theme = value;
    changed();
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  root.dataset.theme = kept("theme") || (dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => { if (!kept("theme")) setTheme(dark.matches ? "dark" : "light"); });
  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "lang") setLang(lang() === "zh" ? "en" : "zh");
    if (act === "theme") setTheme(kept("theme", theme() === "dark" ? "light" : "dark") || (theme() === "dark" ? "light" : "dark"));
    if (act === "print") print();
  });
  label();
  return { data: read("data"), words, lang, theme, t, el, both, say, onChange, label };
})();

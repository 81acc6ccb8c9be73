/* Sorts and filters tables, jumps to anything, moves by keys. Everything reads and is reached without it.
   What is chosen in a table stands in the address after "#", as "all.verdict=flaky&all.sort=-tonight": it can be
   sent to others, and the way back undoes it. */
(() => {
  "use strict";
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const UNITS = { "B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "s": 1, "min": 60 };
  const FEW_ROWS = 8; // are seen at a glance
  const MANY_ROWS = 25; // are worth a search even where there is nothing to choose by
  const MOST_CHOICES = 40;
  const MOST_FOUND = 12;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** An element with attributes and children; texts become text nodes, never markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  // ---- tables

  const text = cell => cell.textContent.trim().replace(/\s+/g, " ");
  const slug = words => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  /** What a cell is sorted by: a number where it reads as one, null where it says that there is none. */
  function key(cell) {
    const words = text(cell).replace(/\u202f/g, "").replace(/\u2212/g, "-").replace(/^[<≈+] ?/, "");
    if (words === "" || words === "–") { return null; }
    const fraction = /^(\d+)\/(\d+)$/.exec(words);
    if (fraction) { return fraction[1] / fraction[2]; }
    const date = /(\d{1,2}) (\w{3}) (\d{4})(?: (\d\d):(\d\d))?/.exec(words);
    if (date && MONTHS.includes(date[2])) {
      return Date.UTC(+date[3], MONTHS.indexOf(date[2]), +date[1], +(date[4] || 0), +(date[5] || 0));
    }
    const minutes = /^(\d+) min (\d+) s$/.exec(words);
    if (minutes) { return +minutes[1] * 60 + +minutes[2]; }
    const number = /^(-?\d+(?:\.\d+)?)(?: (\w+))?/.exec(words);
    return number ? parseFloat(number[1]) * (UNITS[number[2]] || 1) : words;
  }

  function compare(a, b) {
    if (typeof a === typeof b) { return typeof a === "number" ? a - b : a.localeCompare(b, "en"); }
    return typeof a === "number" ? -1 : 1;
  }

  /** A table that can be sorted and, if it is long, filtered. Its state is a map of names and words. */
  function control(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const box = table.parentElement;
    const id = (box.getAttribute("aria-labelledby") || "table").replace(/-title$/, "");
    const names = heads.map(head => slug(text(head)));
    const choices = new Map();
    const search = make("input", { type: "search", "aria-label": "Rows with the text", placeholder: "Filter rows" });
    const count = make("output", { role: "status" });

    function state() {
      const of = {};
      heads.forEach((head, at) => {
        const order = head.getAttribute("aria-sort");
        if (order) { of.sort = (order === "descending" ? "-" : "") + names[at]; }
      });
      if (search.value.trim()) { of.text = search.value.trim(); }
      choices.forEach((select, name) => { if (select.value) { of[name] = select.value; } });
      return of;
    }

    function show(of) {
      const sort = (of.sort || "").replace(/^-/, "");
      const column = names.indexOf(sort);
      const down = (of.sort || "").startsWith("-");
      heads.forEach((head, at) => {
        if (column >= 0 && at === column) { head.setAttribute("aria-sort", down ? "descending" : "ascending"); }
        else { head.removeAttribute("aria-sort"); }
      });
      const sorted = rows.map((row, at) => ({ row, at, key: column < 0 ? null : key(row.cells[column]) }));
      sorted.sort((a, b) => (a.key === null) - (b.key === null)
        || (a.key === null ? 0 : compare(a.key, b.key)) * (down ? -1 : 1) || a.at - b.at);
      table.tBodies[0].append(...sorted.map(entry => entry.row));
      search.value = of.text || "";
      choices.forEach((select, name) => {
        select.value = of[name] || "";
        if (select.selectedIndex < 0) { select.value = ""; }
      });
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = [...choices].filter(([, select]) => select.value);
      let shown = 0;
      rows.forEach(row => {
        const said = text(row).toLowerCase();
        row.hidden = !words.every(word => said.includes(word))
          || !wanted.every(([name, select]) => text(row.cells[names.indexOf(name)]) === select.value);
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} rows`;
    }

    function bar() {
      heads.forEach((head, at) => {
        const values = head.dataset.choice ? [...new Set(rows.map(row => text(row.cells[at])))].sort() : [];
        if (values.length < 2 || values.length > MOST_CHOICES) { return; }
        const name = text(head);
        const select = make("select", { "aria-label": name }, make("option", { value: "" }, name + ": any"),
          ...values.filter(Boolean).map(value => make("option", { value }, value)));
        select.addEventListener("change", () => remember(true));
        choices.set(names[at], select);
      });
      if (!choices.size && rows.length < MANY_ROWS) { return; }
      const label = "Filter: " + text(document.getElementById(id + "-title")?.firstChild || table.caption);
      search.addEventListener("input", () => { show(state()); remember(false); });
      box.before(make("div", { class: "filter", role: "search", "aria-label": label }, search, ...choices.values(), count));
    }

    heads.forEach((head, at) => {
      if (head.matches(".bars, .drawn, .key") || rows[0].cells[at].querySelector(".squares")) { return; }
      const button = make("button", { type: "button", class: "sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "ascending";
        show({ ...state(), sort: (up ? "-" : "") + names[at] });
        remember(true);
      });
    });
    if (rows.length >= FEW_ROWS) { bar(); }
    return { id, state, show, table };
  }

  const tables = all("table").filter(table => table.tHead && table.tBodies[0].rows.length > 1).map(control);

  /** Writes the state of all tables into the address; a step to go back to, or not. */
  function remember(step) {
    tables.forEach(of => of.show(of.state()));
    const words = new URLSearchParams();
    tables.forEach(of => Object.entries(of.state()).forEach(([name, value]) => words.set(of.id + "." + name, value)));
    const address = location.pathname + location.search + (words.size ? "#" + words : "");
    try { history[step ? "pushState" : "replaceState"](null, "", address); } catch { /* a frame without an address */ }
  }

  /** Shows what the address says; brings the table into view when the page has just been opened. */
  function recall(opened) {
    const hash = location.hash.slice(1);
    const words = new URLSearchParams(hash.includes("=") ? hash : "");
    tables.forEach(of => {
      const its = [...words].filter(([name]) => name.startsWith(of.id + "."));
      const state = Object.fromEntries(its.map(([name, value]) => [name.slice(of.id.length + 1), value]));
      if (its.length || Object.keys(of.state()).length) { of.show(state); }
      if (its.length && opened) { of.table.closest("section")?.scrollIntoView(); }
    });
  }

  addEventListener("popstate", () => recall(false));
  recall(true);

  // ---- jump to anything

  const script = document.currentScript;
  const base = script.dataset.find?.replace(/assets\/find\.js$/, "");
  const field = make("input", { type: "search", role: "combobox", "aria-label": "Jump to a page, scenario, run, batch, set or node",
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", placeholder: "Jump to …", autocomplete: "off" });
  const found = make("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: "" });
  let entries = null;
  let at = -1;

  function load() {
    if (entries) { return; }
    entries = [];
    const index = make("script", { src: script.dataset.find });
    index.addEventListener("load", () => {
      for (const entry of window.callsheetFind.entries) {
        entries.push({ ...entry, words: `${entry.kind} ${entry.text} ${entry.page}`.toLowerCase() });
      }
      for (const entry of window.callsheetFind.entries) {
        for (const run of entry.runs || []) {
          const space = run.indexOf(" ");
          const page = `runs/${run.slice(0, space)}.html`;
          const said = `${entry.text}: ${run.slice(space + 1)}`;
          entries.push({ kind: "run", text: said, page, words: `run ${said} ${page}`.toLowerCase() });
        }
      }
      find();
    });
    document.head.append(index);
  }

  function find() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length && entries ? entries.filter(entry => words.every(word => entry.words.includes(word))) : [];
    const starts = entry => entry.text.toLowerCase().startsWith(words[0]) ? 0 : 1;
    const first = hits.filter(entry => !starts(entry)).concat(hits.filter(starts)).slice(0, MOST_FOUND);
    at = -1;
    found.replaceChildren(...first.map((entry, i) => make("li", { id: "found-" + i, role: "option", "aria-selected": "false" },
      make("a", { href: base + entry.page, tabindex: "-1" }, make("bdi", {}, entry.text)), " ", make("small", {}, entry.kind))));
    const left = hits.length - first.length;
    const note = left > 0 ? `${left} more: add a word` : words.length && !hits.length && entries?.length ? "nothing of that name" : "";
    const old = window.callsheetFind?.runs_left_out;
    if (note) {
      found.append(make("li", { role: "option", "aria-disabled": "true", class: "soft" }, note + (old && !hits.length ? `; ${old} older runs are not searched` : "")));
    }
    found.hidden = !found.children.length;
    field.setAttribute("aria-expanded", String(!found.hidden));
    field.removeAttribute("aria-activedescendant");
  }

  function choose(step) {
    const options = all("li:not([aria-disabled])", found);
    if (!options.length) { return; }
    at = (at + step + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    field.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  function close() { found.hidden = true; field.setAttribute("aria-expanded", "false"); }

  if (base !== undefined) {
    const box = make("div", { class: "find", role: "search", "aria-label": "Jump" }, field, found);
    document.querySelector(".masthead b").after(box);
    field.addEventListener("focus", load);
    field.addEventListener("input", find);
    field.addEventListener("keydown", event => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        choose(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Enter") {
        all("li a", found)[Math.max(at, 0)]?.click();
      } else if (event.key === "Escape") {
        close();
      }
    });
    addEventListener("click", event => { if (!box.contains(event.target)) { close(); } });
  }

  // ---- keys

  const ROWS = "main tbody tr:not([hidden]), .turn";
  const TURNS = ".turn:has(.remark)";
  // of those, the keys that do something on this page: name, where it works, what it does
  const KEYS = [
    ["/", ".find", "jump to a page, scenario, run, batch, set or node", () => field.focus()],
    ["f", ".filter", "filter the first table", () => document.querySelector(".filter input").focus()],
    ["j", ROWS, "next row, or next turn of a call", () => move(ROWS, 1)],
    ["k", ROWS, "the one before", () => move(ROWS, -1)],
    ["n", TURNS, "next turn with a remark", () => move(TURNS, 1)],
    ["p", TURNS, "the one before", () => move(TURNS, -1)],
    ["]", "main", "next attempt, or next part of a long table", () => follow("next")],
    ["[", "main", "the one before", () => follow("previous")],
    ["1 … 7", "nav.bar", "the pages of the bar", null],
    ["?", "main", "these keys", () => help.hidden ? open() : shut()],
    ["Esc", "main", "close", null],
  ].filter(([, where]) => document.querySelector(where));

  /** Moves the focus to the first link of the next element, counted from the one that has it. */
  function move(selector, step) {
    const stops = all(selector).filter(stop => stop.querySelector("a[href]") && stop.offsetParent);
    const now = stops.findIndex(stop => stop.contains(document.activeElement));
    const next = stops[now < 0 ? (step > 0 ? 0 : stops.length - 1) : now + step];
    next?.querySelector("a[href]").focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function follow(word) { all("main a[href]").find(link => text(link).startsWith(word))?.click(); }

  const allowed = make("input", { type: "checkbox", id: "keys-on" });
  const closer = make("button", { type: "button" }, "Close");
  const help = make("section", { class: "keys", role: "dialog", "aria-labelledby": "keys-title", hidden: "" },
    make("h2", { id: "keys-title", tabindex: "-1" }, "Keys"),
    make("dl", {}, ...KEYS.flatMap(([name, , what]) => [make("dt", {}, make("kbd", {}, name)), make("dd", {}, what)])),
    make("p", {}, allowed, " ", make("label", { for: "keys-on" }, "Single keys work (all but ?)")), closer);
  let before = null;

  function open() { before = document.activeElement; help.hidden = false; help.querySelector("h2").focus(); }
  function shut() { help.hidden = true; before?.focus(); }

  try { allowed.checked = localStorage.getItem("callsheet.keys") !== "off"; } catch { allowed.checked = true; }
  allowed.addEventListener("change", () => {
    try { localStorage.setItem("callsheet.keys", allowed.checked ? "on" : "off"); } catch { /* not remembered */ }
  });
  closer.addEventListener("click", shut);
  document.querySelector("main").append(help);

  addEventListener("keydown", event => {
    if (event.key === "Escape" && !help.hidden) { shut(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) { return; }
    if (!allowed.checked && event.key !== "?") { return; }
    const key = KEYS.find(([name, , , run]) => run && name === event.key);
    const page = /^[1-7]$/.test(event.key) ? all("nav.bar:not(.within) a")[event.key - 1] : null;
    if (key || page) {
      event.preventDefault();
      if (page) { page.click(); } else { key[3](); }
    }
  });
})();

/* Sorts and filters tables, jumps to anything, moves by keys; docs/design.md says how. All reads and is reached without it. */
(() => {
  "use strict";
  const UNITS = { kB: 1e3, MB: 1e6, min: 60 };
  const FEW_ROWS = 8; // are seen at a glance
  const MANY_ROWS = 25; // are worth a search though there is nothing to choose by
  const JUMP = "Jump to a page, scenario, run, batch, set or node";
  const MOST_CHOICES = 40;
  const MOST_FOUND = 12;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = selector => document.querySelector(selector);

  /** An element; texts become text nodes, never markup, and functions listen. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) =>
      element[typeof value === "function" ? "addEventListener" : "setAttribute"](key, value));
    element.append(...children);
    return element;
  }

  // ---- tables

  const text = cell => cell.textContent.trim().replace(/\s+/g, " ");
  const slug = words => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  /** What a cell is sorted by: a date, a figure in a column of figures, else words; null for none. */
  function key(cell, figures) {
    const words = text(cell);
    if (words === "" || words === "–") { return null; }
    const date = /^(?:[A-Z][a-z]{2} )?(\d{1,2} [A-Z][a-z]{2})(?: (\d{4})(?:( \d\d:\d\d) \S+)?)?$/.exec(words);
    if (date) { return Date.parse(`${date[1]} ${date[2] || 2000}${date[3] || ""} UTC`) || words; }
    if (!figures) { return words; }
    const figure = words.replace(/\u202f/g, "").replace(/\u2212/g, "-").replace(/^(?:[<≈+] ?|1 in )/, "");
    const pair = /^(\d+)(\/| min )(\d+)/.exec(figure);
    if (pair) { return pair[2] === "/" ? pair[1] / pair[3] : pair[1] * 60 + +pair[3]; }
    const number = /^(-?\d+(?:\.\d+)?)(?: (\w+))?/.exec(figure);
    return number ? number[1] * (UNITS[number[2]] || 1) : words;
  }

  function compare(a, b) {
    if (typeof a === typeof b) { return typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true }); }
    return typeof a === "number" ? -1 : 1;
  }

  /** A table that can be sorted and filtered. Its state is a map of names and words. */
  function control(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const box = table.parentElement;
    const id = (box.getAttribute("aria-labelledby") || "table").replace(/-title$/, "");
    const names = [];
    heads.forEach((head, at) => {
      const name = slug(text(head));
      names.push(/^(|sort|text|column-\d+)$/.test(name) || names.includes(name) ? `column-${at + 1}` : name);
    });
    const choices = new Map();
    const search = make("input", { type: "search", "aria-label": "Filter rows by text", placeholder: "Filter rows",
      input: () => change(state(), false) });
    const count = make("output", { role: "status" });
    const own = name => id + "." + name;
    let sort = ""; // the name of a column, after a minus where it goes down

    function state() {
      const of = {};
      if (sort) { of[own("sort")] = sort; }
      if (search.value.trim()) { of[own("text")] = search.value; }
      choices.forEach((select, at) => { if (select.value) { of[own(names[at])] = select.value; } });
      return of;
    }

    function show(of) {
      sort = of[own("sort")] || "";
      const down = sort.startsWith("-");
      const column = names.indexOf(sort.replace(/^-/, ""));
      if (column < 0) { sort = ""; }
      heads.forEach((head, at) => {
        if (at === column) { head.setAttribute("aria-sort", down ? "descending" : "ascending"); }
        else { head.removeAttribute("aria-sort"); }
      });
      const figures = heads[column]?.matches(".num");
      const sorted = rows.map(row => ({ row, key: column < 0 ? null : key(row.cells[column], figures) }));
      sorted.sort((a, b) => (a.key === null) - (b.key === null)
        || (a.key === null ? 0 : compare(a.key, b.key) * (down ? -1 : 1)));
      table.tBodies[0].append(...sorted.map(entry => entry.row));
      search.value = search.isConnected && of[own("text")] || "";
      choices.forEach((select, at) => {
        select.value = of[own(names[at])] || "";
        if (select.selectedIndex < 0) { select.value = ""; }
      });
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(row => {
        const said = text(row).toLowerCase();
        row.hidden = !words.every(word => said.includes(word))
          || [...choices].some(([at, select]) => select.value && select.value !== text(row.cells[at]));
      });
      const shown = rows.filter(row => !row.hidden).length;
      count.textContent = shown < rows.length ? `${shown} of ${rows.length} rows on this page` : "";
    }

    function change(of, step) {
      show(of);
      remember(step);
    }

    function bar() {
      heads.forEach((head, at) => {
        const values = head.dataset.choice ? [...new Set(rows.map(row => text(row.cells[at])))].sort() : [];
        if (values.length < 2 || values.length > MOST_CHOICES) { return; }
        const name = text(head);
        choices.set(at, make("select", { "aria-label": name, change: () => change(state(), true) },
          make("option", { value: "" }, name + ": any"), ...values.filter(Boolean).map(value => make("option", { value }, value))));
      });
      if (!choices.size && rows.length < MANY_ROWS) { return; }
      const label = "Filter: " + text(document.getElementById(id + "-title")?.firstChild || table.caption);
      box.before(make("div", { class: "filter", role: "search", "aria-label": label }, search, ...choices.values(), count));
    }

    heads.forEach((head, at) => {
      if (head.matches(".bars, .drawn, .key, .unsorted")) { return; }
      const click = () => change({ ...state(), [own("sort")]: (sort === names[at] ? "-" : "") + names[at] }, true);
      head.append(make("button", { type: "button", class: "sort", click }, ...head.childNodes));
    });
    if (rows.length >= FEW_ROWS) { bar(); }
    return { id, state, show, box };
  }

  const tables = all("table").filter(table => table.tHead && table.tBodies[0].rows.length > 1).map(control);

  let last = ""; // address that was shown
  const stated = () => String(new URLSearchParams(Object.assign({}, ...tables.map(of => of.state()))));

  /** Puts the state of all tables into the history, and into the address unless one is given: a step to go back to, or not. */
  function remember(step, address) {
    const words = stated();
    const said = address ?? location.pathname + location.search + (words && "#" + words);
    try { history[step ? "pushState" : "replaceState"](words, "", said); } catch { /* in a frame */ }
    last = location.href;
  }

  /** Shows what the history says, or else a new address; one that names a place changes nothing. */
  function recall(opened) {
    const hash = location.hash.slice(1);
    const told = hash.includes("=") && (history.state === null || last === location.href);
    const words = Object.fromEntries(new URLSearchParams(history.state ?? (told ? hash : stated())));
    tables.forEach(of => {
      const named = Object.keys(words).some(name => name.startsWith(of.id + "."));
      if (named || Object.keys(of.state()).length) { of.show(words); }
      if (named && told) {
        if (!opened) { of.box.focus(); }
        of.box.scrollIntoView();
      }
    });
    remember(false, location.href);
  }

  addEventListener("popstate", () => recall(false));
  recall(true);

  // ---- jump to anything

  const script = document.currentScript;
  const base = script.dataset.find?.replace(/assets\/find\.js$/, "");
  const field = make("input", { type: "search", role: "combobox", "aria-label": JUMP,
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", placeholder: "Jump to …", autocomplete: "off",
    focus: load, input: find });
  const found = make("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: "",
    mousedown: event => event.preventDefault() }); // or the focus, and the list, would go
  const said = make("output", { role: "status" });
  let entries = null;
  let at = -1;

  function load() {
    if (entries) { return; }
    entries = [];
    const loaded = () => {
      const known = window.callsheetFind?.entries;
      if (!known) {
        entries = null; // so that the next letter tries again
        said.textContent = "The index could not be loaded.";
        return;
      }
      const runs = known.flatMap(of => (of.runs || []).map(run => {
        const space = run.indexOf(" ");
        return { kind: "run", text: `${of.text}: ${run.slice(space + 1)}`, page: `runs/${run.slice(0, space)}.html` };
      }));
      entries = known.concat(runs);
      entries.forEach(of => { of.words = `${of.kind} ${of.text} ${of.page}`.toLowerCase(); });
      find();
    };
    document.head.append(make("script", { src: script.dataset.find, load: loaded, error: loaded }));
  }

  function find() {
    load();
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length ? entries.filter(entry => words.every(word => entry.words.includes(word))) : [];
    const starts = entry => entry.text.toLowerCase().startsWith(words[0]);
    const first = hits.sort((a, b) => starts(b) - starts(a)).slice(0, MOST_FOUND);
    found.replaceChildren(...first.map((entry, i) => make("li", { role: "presentation" },
      make("a", { href: base + entry.page, tabindex: "-1", role: "option", id: "found-" + i, "aria-selected": "false" },
        make("bdi", {}, entry.text), " ", make("small", {}, entry.kind)))));
    const left = hits.length - first.length;
    const old = window.callsheetFind?.runs_left_out;
    said.textContent = left > 0 ? `${left} more: add a word` : first.length || !words.length || !entries.length ? ""
      : "nothing of that name" + (old ? `, ${old} older runs not searched` : "");
    expand(first.length > 0);
  }

  function expand(open) {
    at = -1;
    found.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    field.removeAttribute("aria-activedescendant");
  }

  function choose(step) {
    const options = all("a", found);
    if (!options.length) { return; }
    if (found.hidden) { expand(true); }
    at = (at + step + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    field.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  function leave() {
    expand(false);
    said.textContent = "";
  }

  if (base !== undefined) {
    const box = make("div", { class: "find", role: "search", "aria-label": "Jump" }, field, said, found);
    one(".masthead b").after(box);
    field.addEventListener("keydown", event => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        choose(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Enter" && !event.isComposing && !found.hidden) {
        const link = all("a", found)[Math.max(at, 0)];
        leave();
        field.blur();
        link.click();
      } else if (event.key === "Escape") {
        leave();
      }
    });
    box.addEventListener("focusout", event => { if (!box.contains(event.relatedTarget)) { leave(); } });
  }

  // ---- keys

  const ROWS = "main tbody tr:not([hidden]), .turn";
  const near = rel => one(`.more [rel=${rel}]`) || one(`[rel=${rel}]`); // parts go first
  // those that do something on this page: name, where it works, what it does
  const KEYS = [
    ["/", ".find", JUMP, () => field.focus()],
    ["f", ".filter", "filter the first table", () => one(".filter input").focus()],
    ["j", "main tbody a, .turn a", "next row, or next turn of a call", () => move(ROWS, "a[href]", 1)],
    ["k", "main tbody a, .turn a", "the one before", () => move(ROWS, "a[href]", -1)],
    ["n", ".turn .remark", "next turn with a remark", () => move(".turn", ".remark", 1)],
    ["p", ".turn .remark", "the one before", () => move(".turn", ".remark", -1)],
    ["]", "[rel=next]", "next part, or next attempt", () => near("next").click()],
    ["[", "[rel=prev]", "the one before", () => near("prev").click()],
    ["1 … 7", "nav.bar", "the pages of the bar", null],
    ["?", "main", "these keys; Esc closes them", () => help.hidden ? open() : shut()],
  ].filter(([, where]) => one(where));

  /** Moves the focus to the first link of the next such element from where the reader is. */
  function move(selector, holding, step) {
    const stops = all(selector).filter(stop => stop.querySelector(holding) && stop.querySelector("a[href]")
      && stop.offsetParent && !stop.closest("details:not([open])"));
    const here = document.activeElement === document.body ? one(":target") : document.activeElement;
    const passed = stops.filter(stop => here && (stop.contains(here) || stop.compareDocumentPosition(here) & 4)).length;
    const on = passed > 0 && stops[passed - 1].contains(here);
    stops[step > 0 ? passed : passed - (on ? 2 : 1)]?.querySelector("a[href]").focus();
  }

  const allowed = make("input", { type: "checkbox", id: "keys-on", change: () => {
    try { localStorage.setItem("callsheet.keys", allowed.checked ? "on" : "off"); } catch { /* for now */ }
  } });
  const help = make("section", { class: "keys", role: "dialog", "aria-labelledby": "keys-title", hidden: "" },
    make("h2", { id: "keys-title", tabindex: "-1" }, "Keys"),
    make("dl", {}, ...KEYS.flatMap(([name, , what]) => [make("dt", {}, make("kbd", {}, name)), make("dd", {}, what)])),
    make("p", {}, allowed, " ", make("label", { for: "keys-on" }, "Single keys work")),
    make("button", { type: "button", click: shut }, "Close"));
  let before = null;

  function open() { before = document.activeElement; help.hidden = false; one("#keys-title").focus(); }
  function shut() { help.hidden = true; before?.focus(); }

  try { allowed.checked = localStorage.getItem("callsheet.keys") !== "off"; } catch { allowed.checked = true; }
  one("main").append(help);
  one("footer").append(make("button", { type: "button", class: "opener", click: open }, "Keys"));

  addEventListener("keydown", event => {
    if (event.key === "Escape" && !help.hidden) { shut(); return; }
    const held = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (held || !allowed.checked || event.target.matches("input:not([type=checkbox]), select")) { return; }
    const key = KEYS.find(([name, , , run]) => run && name === event.key);
    const page = all("nav.bar:not(.within) a")[event.key - 1];
    if (key || page) {
      event.preventDefault();
      if (page) { page.click(); } else { key[3](); }
    }
  });
})();

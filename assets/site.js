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

  /** An element; texts become text nodes, never markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  // ---- tables

  const text = cell => cell.textContent.trim().replace(/\s+/g, " ");
  const slug = words => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  /** What a cell is sorted by: a number where it reads as one, null for none. */
  function key(cell) {
    const words = text(cell).replace(/\u202f/g, "").replace(/\u2212/g, "-").replace(/^(?:[<≈+] ?|1 in )/, "");
    if (words === "" || words === "–") { return null; }
    const fraction = /^(\d+)\/(\d+)$/.exec(words);
    if (fraction) { return fraction[1] / fraction[2]; }
    const date = /(\d{1,2} [A-Z][a-z]{2})(?: (\d{4}))?( \d\d:\d\d)?/.exec(words);
    if (date) { return Date.parse(`${date[1]} ${date[2] || 2000}${date[3] || ""} UTC`) || words; }
    const minutes = /^(\d+) min (\d+) s$/.exec(words);
    if (minutes) { return +minutes[1] * 60 + +minutes[2]; }
    const number = /^(-?\d+(?:\.\d+)?)(?: (\w+))?/.exec(words);
    return number ? parseFloat(number[1]) * (UNITS[number[2]] || 1) : words;
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
    const names = heads.map(head => slug(text(head)));
    const choices = new Map();
    const search = make("input", { type: "search", "aria-label": "Filter rows by text", placeholder: "Filter rows" });
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
      search.value = search.isConnected && of.text || "";
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
        const select = make("select", { "aria-label": name }, make("option", { value: "" }, name + ": any"),
          ...values.filter(Boolean).map(value => make("option", { value }, value)));
        select.addEventListener("change", () => change(state(), true));
        choices.set(names[at], select);
      });
      if (!choices.size && rows.length < MANY_ROWS) { return; }
      const label = "Filter: " + text(document.getElementById(id + "-title")?.firstChild || table.caption);
      search.addEventListener("input", () => change(state(), false));
      box.before(make("div", { class: "filter", role: "search", "aria-label": label }, search, ...choices.values(), count));
    }

    heads.forEach((head, at) => {
      if (head.matches(".bars, .drawn, .key") || rows[0].cells[at].querySelector(".squares")) { return; }
      const button = make("button", { type: "button", class: "sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "ascending";
        change({ ...state(), sort: (up ? "-" : "") + names[at] }, true);
      });
    });
    if (rows.length >= FEW_ROWS) { bar(); }
    return { id, state, show, table };
  }

  const tables = all("table").filter(table => table.tHead && table.tBodies[0].rows.length > 1).map(control);

  /** Writes the state of all tables into the address: a step to go back to, or not. */
  function remember(step) {
    const words = new URLSearchParams();
    tables.forEach(of => Object.entries(of.state()).forEach(([name, value]) => words.set(of.id + "." + name, value)));
    const address = location.pathname + location.search + (String(words) && "#" + words);
    try { history[step ? "pushState" : "replaceState"](null, "", address); } catch { /* in a frame */ }
  }

  /** Shows what the address says, unless it names a place. */
  function recall(opened) {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) { return; }
    const words = new URLSearchParams(hash);
    tables.forEach(of => {
      const its = [...words].filter(([name]) => name.startsWith(of.id + "."));
      const state = Object.fromEntries(its.map(([name, value]) => [name.slice(of.id.length + 1), value]));
      if (its.length || Object.keys(of.state()).length) { of.show(state); }
      if (its.length && opened) { of.table.scrollIntoView(); }
    });
  }

  addEventListener("popstate", () => recall(false));
  recall(true);

  // ---- jump to anything

  const script = document.currentScript;
  const base = script.dataset.find?.replace(/assets\/find\.js$/, "");
  const field = make("input", { type: "search", role: "combobox", "aria-label": JUMP,
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", placeholder: "Jump to …", autocomplete: "off" });
  const found = make("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: "" });
  const said = make("output", { role: "status" });
  let entries = null;
  let at = -1;

  function load() {
    if (entries) { return; }
    entries = [];
    const index = make("script", { src: script.dataset.find });
    index.addEventListener("load", () => {
      const known = window.callsheetFind.entries;
      const runs = known.flatMap(of => (of.runs || []).map(run => {
        const space = run.indexOf(" ");
        return { kind: "run", text: `${of.text}: ${run.slice(space + 1)}`, page: `runs/${run.slice(0, space)}.html` };
      }));
      entries = known.concat(runs);
      entries.forEach(of => { of.words = `${of.kind} ${of.text} ${of.page}`.toLowerCase(); });
      find();
    });
    document.head.append(index);
  }

  function find() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length && entries ? entries.filter(entry => words.every(word => entry.words.includes(word))) : [];
    const starts = entry => entry.text.toLowerCase().startsWith(words[0]);
    const first = [...hits.filter(starts), ...hits.filter(entry => !starts(entry))].slice(0, MOST_FOUND);
    found.replaceChildren(...first.map((entry, i) => make("li", { role: "presentation" },
      make("a", { href: base + entry.page, tabindex: "-1", role: "option", id: "found-" + i, "aria-selected": "false" },
        make("bdi", {}, entry.text), " ", make("small", {}, entry.kind)))));
    const left = hits.length - first.length;
    const old = window.callsheetFind?.runs_left_out;
    said.textContent = left > 0 ? `${left} more: add a word` : first.length || !words.length || !entries?.length ? ""
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
    document.querySelector(".masthead b").after(box);
    field.addEventListener("focus", load);
    field.addEventListener("input", find);
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
    found.addEventListener("mousedown", event => event.preventDefault()); // or the focus, and the list, would go
  }

  // ---- keys

  const ROWS = "main tbody tr:not([hidden]), .turn";
  const near = word => all(".verdict a, .more a").find(link => text(link).startsWith(word));
  // those that do something on this page: name, where it works, what it does
  const KEYS = [
    ["/", ".find", JUMP, () => field.focus()],
    ["f", ".filter", "filter the first table", () => document.querySelector(".filter input").focus()],
    ["j", "main tbody a, .turn a", "next row, or next turn of a call", () => move(ROWS, "a[href]", 1)],
    ["k", "main tbody a, .turn a", "the one before", () => move(ROWS, "a[href]", -1)],
    ["n", ".turn .remark", "next turn with a remark", () => move(".turn", ".remark", 1)],
    ["p", ".turn .remark", "the one before", () => move(".turn", ".remark", -1)],
    ["]", near("next"), "next attempt, or next part", () => near("next").click()],
    ["[", near("previous"), "the one before", () => near("previous").click()],
    ["1 … 7", "nav.bar", "the pages of the bar", null],
    ["?", "main", "these keys; Esc closes them", () => help.hidden ? open() : shut()],
  ].filter(([, where]) => where?.nodeType || where && document.querySelector(where));

  /** Moves the focus to the first link of the next such element from where the reader is. */
  function move(selector, holding, step) {
    const stops = all(selector).filter(stop => stop.querySelector(holding) && stop.querySelector("a[href]")
      && stop.offsetParent && !stop.closest("details:not([open])"));
    const here = document.activeElement === document.body ? document.querySelector(":target") : document.activeElement;
    const passed = stops.filter(stop => here && (stop.contains(here) || stop.compareDocumentPosition(here) & 4)).length;
    const on = passed > 0 && stops[passed - 1].contains(here);
    stops[step > 0 ? passed : passed - (on ? 2 : 1)]?.querySelector("a[href]").focus();
  }

  const allowed = make("input", { type: "checkbox", id: "keys-on" });
  const closer = make("button", { type: "button" }, "Close");
  const help = make("section", { class: "keys", role: "dialog", "aria-labelledby": "keys-title", hidden: "" },
    make("h2", { id: "keys-title", tabindex: "-1" }, "Keys"),
    make("dl", {}, ...KEYS.flatMap(([name, , what]) => [make("dt", {}, make("kbd", {}, name)), make("dd", {}, what)])),
    make("p", {}, allowed, " ", make("label", { for: "keys-on" }, "Single keys work")), closer);
  let before = null;

  function open() { before = document.activeElement; help.hidden = false; help.querySelector("h2").focus(); }
  function shut() { help.hidden = true; before?.focus(); }

  try { allowed.checked = localStorage.getItem("callsheet.keys") !== "off"; } catch { allowed.checked = true; }
  allowed.addEventListener("change", () => {
    try { localStorage.setItem("callsheet.keys", allowed.checked ? "on" : "off"); } catch { /* for now */ }
  });
  closer.addEventListener("click", shut);
  document.querySelector("main").append(help);
  const opener = make("button", { type: "button", class: "opener" }, "Keys");
  opener.addEventListener("click", open);
  document.querySelector("footer").append(opener);

  addEventListener("keydown", event => {
    if (event.key === "Escape" && !help.hidden) { shut(); return; }
    const held = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (held || !allowed.checked || event.target.matches("input:not([type=checkbox]), select")) { return; }
    const key = KEYS.find(([name, , , run]) => run && name === event.key);
    const page = /^[1-7]$/.test(event.key) ? all("nav.bar:not(.within) a")[event.key - 1] : null;
    if (key || page) {
      event.preventDefault();
      if (page) { page.click(); } else { key[3](); }
    }
  });
})();

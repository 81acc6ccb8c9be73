/* Sorts tables by a click on a heading. Everything reads without it. */
(function () {
  "use strict";
  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  function key(row, column) {
    var text = (row.cells[column].textContent || "").trim().replace(/\u202f/g, "");
    var fraction = /^(-?\d+)\/(\d+)$/.exec(text);
    if (fraction) { return fraction[1] / fraction[2]; }
    var date = /(\d{1,2}) (\w{3}) (\d{4})(?: (\d\d):(\d\d))?/.exec(text);
    if (date && MONTHS.indexOf(date[2]) >= 0) {
      return Date.UTC(+date[3], MONTHS.indexOf(date[2]), +date[1], +(date[4] || 0), +(date[5] || 0));
    }
    var minutes = /^(\d+) min (\d+) s$/.exec(text);
    if (minutes) { return +minutes[1] * 60 + +minutes[2]; }
    var number = /^-?\d+(\.\d+)?/.exec(text);
    return number ? parseFloat(number[0]) : text;
  }
  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") { return a - b; }
    if (typeof a !== typeof b) { return typeof a === "number" ? -1 : 1; }
    return a < b ? -1 : a > b ? 1 : 0;
  }
  function sort(table, column, head) {
    var descending = head.getAttribute("aria-sort") === "ascending";
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row, at) {
      return { row: row, key: key(row, column), at: at };
    });
    rows.sort(function (a, b) {
      var order = compare(a.key, b.key) || a.at - b.at;
      return descending ? -order : order;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }
  Array.prototype.forEach.call(document.querySelectorAll("table"), function (table) {
    if (!table.tHead || table.tBodies[0].rows.length < 2) { return; }
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      if (head.className === "bars" || head.className === "drawn" || table.tBodies[0].rows[0].cells[column].querySelector(".squares")) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      button.addEventListener("click", function () { sort(table, column, head); });
    });
  });
})();

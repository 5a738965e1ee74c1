/**
 * Adds to the fleet a field that filters it by text, and buttons that sort its tables by a column. The page is whole
 * without them: the script makes them, so that nobody sees one that does nothing.
 */
export const fleetTools = `(function () {
  "use strict";
  var fleet = document.getElementById("fleet");
  if (!fleet) return;
  var list = function (found) { return Array.prototype.slice.call(found); };
  var tables = list(fleet.querySelectorAll("table.fleet, table.passing"));
  var rows = list(fleet.querySelectorAll("table.fleet tbody tr, table.passing tbody tr"));
  var label = document.createElement("label");
  label.className = "filter";
  label.textContent = "Show models that say ";
  var field = document.createElement("input");
  field.type = "search";
  var told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "muted";
  label.appendChild(field);
  fleet.insertBefore(label, fleet.querySelector("h2").nextSibling);
  label.parentNode.insertBefore(told, label.nextSibling);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  field.addEventListener("input", function () {
    var wanted = field.value.trim().toLowerCase();
    var count = 0;
    rows.forEach(function (row, index) {
      var shown = texts[index].indexOf(wanted) !== -1;
      row.hidden = !shown;
      if (shown) count += 1;
    });
    told.textContent = wanted === "" ? "" : " " + count + " of " + rows.length;
    if (wanted !== "") list(fleet.querySelectorAll("details")).forEach(function (folded) { folded.open = true; });
  });
  var decisions = ["Block", "Undecided", "Warn", "Pass"];
  var keyOf = function (row, column) {
    var text = row.cells[column].textContent.trim();
    var decision = decisions.indexOf(text);
    if (decision !== -1) return { number: decision, text: text };
    var number = parseFloat(text.replace(/[\\u202F ]/g, "").replace("\\u2212", "-").replace(/^[<>+]/, ""));
    return { number: number, text: text.toLowerCase() };
  };
  var compared = function (a, b) {
    if (a.number === a.number && b.number === b.number) return a.number - b.number;
    if ((a.number === a.number) !== (b.number === b.number)) return a.number === a.number ? -1 : 1;
    return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  };
  tables.forEach(function (table) {
    var heads = list(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var body = table.tBodies[0];
        var sorted = list(body.rows).map(function (row, at) { return { row: row, key: keyOf(row, column), at: at }; });
        sorted.sort(function (a, b) { return (down ? compared(b.key, a.key) : compared(a.key, b.key)) || a.at - b.at; });
        sorted.forEach(function (one) { body.appendChild(one.row); });
      });
    });
  });
})();
`;

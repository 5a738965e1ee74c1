/**
 * Adds a field that filters the fleet by text. The page is whole without it: the field is made by the script, so that
 * nobody sees one that does nothing.
 */
export const fleetFilter = `(function () {
  "use strict";
  var fleet = document.getElementById("fleet");
  if (!fleet) return;
  var rows = Array.prototype.slice.call(fleet.querySelectorAll("table.fleet tbody tr, table.passing tbody tr"));
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
    var folded = fleet.querySelector("details");
    if (folded && wanted !== "") folded.open = true;
  });
})();
`;

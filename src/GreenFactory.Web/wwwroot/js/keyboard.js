// Keyboard for a queue: J and K move, X selects, Enter opens, / goes to the search field.
// Contract: table[data-keys] whose rows have one link in their row header and, if they can be selected, one checkbox.
// [data-select-all] is a checkbox for the page; [data-selected-count] shows how many are selected. Keys rest while typing.
const typing = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

for (const table of document.querySelectorAll("table[data-keys]")) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.querySelector("th a"));
  const boxes = rows.map((row) => row.querySelector('input[type="checkbox"]'));
  const all = document.querySelector("[data-select-all]");
  let at = -1;

  const count = () => {
    const selected = boxes.filter((box) => box?.checked).length;
    rows.forEach((row, i) => row.classList.toggle("is-on", Boolean(boxes[i]?.checked)));
    document.querySelectorAll("[data-selected-count]").forEach((place) => {
      place.textContent = String(selected);
    });
    if (all) {
      all.checked = selected > 0 && selected === rows.length;
      all.indeterminate = selected > 0 && selected < rows.length;
    }
  };

  const go = (to) => {
    at = Math.min(Math.max(to, 0), rows.length - 1);
    const link = rows[at]?.querySelector("th a");
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };

  table.addEventListener("change", count);
  table.addEventListener("focusin", (event) => {
    const row = event.target.closest("tr");
    at = rows.includes(row) ? rows.indexOf(row) : at;
  });
  all?.addEventListener("change", () => {
    boxes.forEach((box) => {
      if (box) {
        box.checked = all.checked;
      }
    });
    count();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (event.key === "j") {
      go(at + 1);
    } else if (event.key === "k") {
      go(at - 1);
    } else if (event.key === "x" && boxes[at]) {
      boxes[at].checked = !boxes[at].checked;
      count();
    } else if (event.key === "/") {
      document.querySelector('input[type="search"]')?.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
  count();
}

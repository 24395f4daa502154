// An order is changed by dragging a row; without a script the same form takes a typed place.
// Contract: table[data-order] whose rows carry data-place and data-by-score, and one form with the fields Place and Reason inside a <details>.
// A row that is dropped where the score puts it is moved at once; anywhere else its form opens at the reason.
for (const table of document.querySelectorAll("table[data-order]")) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  let dragged = null;

  for (const row of rows) {
    row.draggable = rows.length > 1;
    row.addEventListener("dragstart", (event) => {
      if (event.target !== row) {
        return;
      }
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.place);
    });
    row.addEventListener("dragover", (event) => {
      if (dragged && dragged !== row) {
        event.preventDefault();
        row.classList.add("is-on");
      }
    });
    row.addEventListener("dragleave", () => row.classList.remove("is-on"));
    row.addEventListener("dragend", () => {
      dragged = null;
    });
    row.addEventListener("drop", (event) => {
      row.classList.remove("is-on");
      if (!dragged || dragged === row) {
        return;
      }
      event.preventDefault();
      const form = dragged.querySelector("form");
      form.elements.Place.value = row.dataset.place;
      if (row.dataset.place === dragged.dataset.byScore) {
        form.requestSubmit();
      } else {
        form.closest("details").open = true;
        form.elements.Reason.focus();
      }
    });
  }
}

// Keyboard of the workbench: J and K go to the next and the previous indicator, 1 to 4 choose the verdict. Keys rest while somebody types.
// Contract: a[rel=next], a[rel=prev] and the radio buttons named Kind inside the form of the verdict.
const typing = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const form = document.querySelector(".gf-verdict form");

if (form) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    const choice = form.querySelectorAll('input[type="radio"][name="Kind"]')[Number(event.key) - 1];
    if (choice) {
      choice.checked = true;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      choice.focus();
    } else if (event.key === "j") {
      form.querySelector('a[rel="next"]').click();
    } else if (event.key === "k") {
      form.querySelector('a[rel="prev"]').click();
    } else {
      return;
    }
    event.preventDefault();
  });
}

// Submit once: a double click or an impatient second press does not post twice.
// Contract: applies to every form with method="post"; data-submit-many on the form leaves it alone, and keep.js puts it on the forms it sends.
// The pressed button shows data-busy-text if it has one. The server stays safe against repeats by itself.
for (const form of document.querySelectorAll('form[method="post" i]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.submitMany !== undefined) {
      return;
    }
    if (form.dataset.submitted === "true") {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) {
      return;
    }
    form.dataset.submitted = "true";
    const button = event.submitter;
    if (button) {
      button.setAttribute("aria-disabled", "true");
      if (button.dataset.busyText) {
        button.textContent = button.dataset.busyText;
      }
    }
  });
}

// Coming back with the browser's Back button must find a form that can be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    for (const form of document.querySelectorAll("form[data-submitted]")) {
      delete form.dataset.submitted;
      form.querySelectorAll('[aria-disabled="true"]').forEach((button) => button.removeAttribute("aria-disabled"));
    }
  }
});

// Questions that depend on a yes or no further up: shown when it is yes, hidden otherwise. The server decides again at every save.
// Contract: [data-when="<name of the yes/no field>"] on the element that is shown or hidden.
const apply = (form) => {
  for (const element of form.querySelectorAll("[data-when]")) {
    element.hidden = form.querySelector(`[name="${CSS.escape(element.dataset.when)}"]:checked`)?.value !== "true";
  }
};

for (const form of document.querySelectorAll("form:has([data-when])")) {
  form.addEventListener("change", () => apply(form));
  apply(form);
}

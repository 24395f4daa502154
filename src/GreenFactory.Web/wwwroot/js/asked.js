// Questions that depend on a yes or no further up: shown when it is yes, hidden otherwise. The server decides again at every save.
// Contract: [data-when="<name of the yes/no field>"] on the element that is shown or hidden; an empty name means that it does not depend;
// "!" before the name turns it round.
const dependent = "[data-when]:not([data-when=\"\"])";

const apply = (form) => {
  for (const element of form.querySelectorAll(dependent)) {
    const unless = element.dataset.when.startsWith("!");
    const yes = form.querySelector(`[name="${CSS.escape(element.dataset.when.slice(unless ? 1 : 0))}"]:checked`)?.value === "true";
    element.hidden = yes === unless;
  }
};

for (const form of document.querySelectorAll(`form:has(${dependent})`)) {
  form.addEventListener("change", () => apply(form));
  apply(form);
}

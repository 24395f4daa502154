// Fields: what a form holds, what it held when it was opened, and marks for what is wrong. No contract of its own; other modules use it.
const hidden = new Set(["file", "password", "hidden", "submit", "button"]);

/** Whether a control holds something a person types or chooses. */
export const isTyped = (control) => Boolean(control?.name) && !hidden.has(control.type) && control.tagName !== "BUTTON";

/** Whether people type words into a control: not a choice, nor what a page holds hidden, nor a code that works once. */
export const isWords = (control) =>
  isTyped(control) && !control.readOnly && !control.closest("[hidden]") && (control.tagName === "TEXTAREA" || (control.type === "text" && control.autocomplete !== "one-time-code"));

/** Whether what is typed into a form is kept until the server has taken it: words in a form that is sent; not where it is saved as it is typed, nor beside a password. */
export const keepable = (form) =>
  form.method === "post" && form.dataset.autosave === undefined && form.dataset.keep !== "off" && !form.querySelector('[type="password"]') && (form.dataset.keep === "stay" || [...form.elements].some(isWords));

const controls = (form, name) => [...form.elements].filter((control) => control.name === name && isTyped(control));

const filled = (values) => values.map((value) => value.replace(/\r\n?/g, "\n")).filter((value) => value !== "");

/** The names of everything typed or chosen in a form. */
export const namesOf = (form) => [...new Set([...form.elements].filter(isTyped).map((control) => control.name))];

/** What a field is about, whatever its place in a list: the row's own keys, which the form holds hidden, in place of its number; what its page was opened over is none. */
export const keyOf = (form, name) => {
  const [, list, row, field] = /^(.*)\[(\d+)\](\..+)$/.exec(name) ?? [];
  const keys = [...form.elements].filter((control) => row && control.type === "hidden" && control.name.startsWith(`${list}[${row}].`) && !control.name.endsWith(".Seen")).map((control) => control.value);
  return keys.length > 0 ? `${list}[${keys.join("/")}]${field}` : name;
};

/** The id of a field's first control. */
export const idOf = (form, name) => controls(form, name)[0]?.id;

/** What a field holds: one text or the ticked values; none when it is empty. */
export const valuesOf = (form, name) =>
  filled(
    controls(form, name).flatMap((control) => {
      if (control.type === "checkbox" || control.type === "radio") {
        return control.checked ? [control.value] : [];
      }
      return control.tagName === "SELECT" ? [...control.selectedOptions].map((option) => option.value) : [control.value];
    }),
  );

/** What the page held when the server wrote it. */
export const shownOf = (form, name) =>
  filled(
    controls(form, name).flatMap((control) => {
      if (control.type === "checkbox" || control.type === "radio") {
        return control.defaultChecked ? [control.value] : [];
      }
      if (control.tagName === "SELECT") {
        return [...control.options].filter((option) => option.defaultSelected).map((option) => option.value);
      }
      return [control.defaultValue];
    }),
  );

export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Writes values into a field, and lets the page's other scripts know. */
export const fill = (form, name, values) => {
  for (const control of controls(form, name)) {
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = values.includes(control.value);
    } else {
      control.value = values[0] ?? "";
    }
  }
  controls(form, name)[0]?.dispatchEvent(new CustomEvent("gf-filled", { bubbles: true }));
};

/** Values in words: the labels of what can be chosen, the text of what is typed. */
export const inWords = (form, name, values) => {
  const words = values.map((value) => {
    const control = controls(form, name).find((each) => each.type === "checkbox" || each.type === "radio" ? each.value === value : each.tagName === "SELECT");
    const option = control?.tagName === "SELECT" ? [...control.options].find((each) => each.value === value)?.text : control?.labels?.[0]?.textContent;
    return (option ?? value).trim();
  });
  return words.length > 0 ? words.join("、") : "（空）";
};

/** The label of a field. */
export const labelOf = (form, name) => {
  const control = controls(form, name)[0];
  const group = control?.type === "checkbox" || control?.type === "radio" ? control.closest("fieldset")?.querySelector("legend") : null;
  return (group ?? control?.labels?.[0])?.textContent.trim() ?? control?.getAttribute("aria-label") ?? name;
};

/** Shows at a field what is wrong with it, or that nothing is any more. */
export const mark = (form, name, message) => {
  const field = controls(form, name)[0];
  if (!field?.id) {
    return;
  }
  const id = `${field.id}-error`;
  document.getElementById(id)?.remove();
  field.classList.toggle("is-invalid", Boolean(message));
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
  if (message) {
    const text = document.createElement("p");
    text.id = id;
    text.className = "invalid-feedback";
    text.setAttribute("role", "alert");
    text.textContent = message;
    field.before(text);
    field.setAttribute("aria-invalid", "true");
    others.push(id);
  } else {
    field.removeAttribute("aria-invalid");
  }
  if (others.length > 0) {
    field.setAttribute("aria-describedby", others.join(" "));
  } else {
    field.removeAttribute("aria-describedby");
  }
};

// Counter: how many characters a text area holds, of how many it may.
// Contract: [data-counter-for="<id of the text area>"][data-max="200"]; the element's text becomes "47 / 200 字".
// Every character counts one, a line break too, as the server counts (WrittenText.Count). It never stops typing and never cuts:
// the server says when a text is too long. While an input method composes, nothing is judged.
export const count = (text) => [...text.replace(/\r\n?/g, "\n")].length;

for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(counter.dataset.counterFor);
  const max = Number(counter.dataset.max);
  if (!field) {
    continue;
  }
  const show = () => {
    const length = count(field.value);
    counter.textContent = length > max ? `${length} / ${max} 字，超出 ${length - max} 字` : `${length} / ${max} 字`;
    counter.classList.toggle("is-over", length > max);
  };
  field.addEventListener("input", (event) => event.isComposing || show());
  field.addEventListener("compositionend", show);
  field.addEventListener("gf-filled", show);
  show();
}

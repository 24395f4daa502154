// Counter: how many characters a text area holds, of how many it may.
// Contract: [data-counter-for="<id of the text area>"][data-max="200"]; the element's text becomes "47 / 200 字".
// It never stops typing: the server says when a text is too long.
for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(counter.dataset.counterFor);
  const max = Number(counter.dataset.max);
  if (!field) {
    continue;
  }
  const show = () => {
    const length = [...field.value].length;
    counter.textContent = length > max ? `${length} / ${max} 字，超出 ${length - max} 字` : `${length} / ${max} 字`;
    counter.classList.toggle("is-over", length > max);
  };
  field.addEventListener("input", show);
  show();
}

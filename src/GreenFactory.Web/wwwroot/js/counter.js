// Counter: how many characters a text area holds, of how many it may.
// Contract: [data-counter-for="<id of the text area>"][data-max="200"]; the element's text becomes "47 / 200 字".
// Every character counts one, a line break too, and space around the words none, as the server counts (WrittenText.Count). It never stops typing and
// never cuts: the server says when a text is too long. While an input method composes, nothing is judged.
const around = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** Anything a reader sees: not space, nor what takes no ink (ComparableText.IsInvisible). */
const seen = /[^\p{White_Space}\p{Cf}\p{Cc}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

export const count = (text) => (seen.test(text) ? [...text.replace(/\r\n?/g, "\n").replace(around, "")].length : 0);

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

// Keep: what is typed into a form without autosave stays in this browser until the server has taken the form.
// Contract: form[data-keep="<what is written, such as opinion/<id>>"], with data-submit-many so that submit-once.js leaves it to this script. The form
// submits by itself without the script; with it the page stays until the server answers 2xx: 204 with Location leads on, 422 { problems } marks the fields,
// 401 asks to sign in, anything else keeps the text and says so. A draft found at the next visit is filled in if the form still shows what it was based
// on; otherwise both are shown and one is chosen.
import { post } from "./background.js";
import { keepDraft, readDraft } from "./drafts.js";
import { fill, inWords, isSame, isTyped, labelOf, mark, namesOf, shownOf, valuesOf } from "./fields.js";
import { action, askToSignIn, askWhich, clock, tell } from "./notes.js";

/** Where the form goes: a button without an address of its own would answer with the page's. */
const addressOf = (form, submitter) => (submitter?.hasAttribute("formaction") ? submitter.formAction : new URL(form.getAttribute("action") || window.location.href, document.baseURI).href);

const dataOf = (form, submitter) => {
  const data = new FormData(form);
  if (submitter?.name) {
    data.append(submitter.name, submitter.value);
  }
  return data;
};

class Keep {
  constructor(form) {
    this.form = form;
    this.name = form.dataset.keep;
    this.shown = new Map(namesOf(form).map((name) => [name, shownOf(form, name)]));
    this.draft = new Map();
    form.addEventListener("input", (event) => event.isComposing || this.note(event.target));
    form.addEventListener("change", (event) => this.note(event.target));
    form.addEventListener("compositionend", (event) => this.note(event.target));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(event.submitter);
    });
    this.restore();
  }

  note(field) {
    if (!isTyped(field)) {
      return;
    }
    const values = valuesOf(this.form, field.name);
    const was = this.draft.get(field.name)?.was ?? this.shown.get(field.name) ?? [];
    if (isSame(values, was)) {
      this.draft.delete(field.name);
    } else {
      this.draft.set(field.name, { values, was, at: Date.now() });
    }
    keepDraft(this.name, this.draft);
  }

  async restore() {
    let newest = 0;
    for (const [name, { values, was, at }] of await readDraft(this.name)) {
      const now = this.shown.get(name);
      if (!now || isSame(values, now) || this.draft.has(name)) {
        continue;
      }
      this.draft.set(name, { values, was, at });
      if (isSame(now, was)) {
        fill(this.form, name, values);
        newest = Math.max(newest, at);
      } else {
        const words = { label: labelOf(this.form, name), theirs: inWords(this.form, name, now), byWhom: "您离开之后", mine: inWords(this.form, name, values), at };
        askWhich(this.form, name, words, (mine) => {
          this.draft.delete(name);
          fill(this.form, name, mine ? values : now);
          if (mine) {
            this.draft.set(name, { values, was: now, at });
          }
          keepDraft(this.name, this.draft);
        });
      }
    }
    await keepDraft(this.name, this.draft);
    if (newest > 0) {
      tell(this.form, "found", `已找回您在 ${clock(newest)} 填写、还没有提交的内容。`, action("不需要，清除", () => this.drop()));
    }
  }

  drop() {
    for (const name of this.draft.keys()) {
      fill(this.form, name, this.shown.get(name) ?? []);
    }
    this.draft.clear();
    keepDraft(this.name, this.draft);
    tell(this.form, "found");
  }

  async send(submitter) {
    if (this.busy || this.form.querySelector("[data-conflict]")) {
      this.form.querySelector("[data-autosave-conflict]")?.scrollIntoView({ block: "nearest" });
      return;
    }
    this.busy = true;
    submitter?.setAttribute("aria-disabled", "true");
    const { meaning, answer } = await post(addressOf(this.form, submitter), dataOf(this.form, submitter));
    this.busy = false;
    submitter?.removeAttribute("aria-disabled");
    ["found", "signed-out", "stuck"].forEach((kind) => tell(this.form, kind));
    if (meaning === "done") {
      await keepDraft(this.name, new Map());
      window.location.assign(answer.location ?? window.location.href);
    } else if (meaning === "signed-out") {
      askToSignIn(this.form, answer);
    } else if (meaning === "later") {
      tell(this.form, "stuck", "没有提交成功：网络中断或服务暂时不可用。填写的内容已保存在本机，请稍后再按一次。");
    } else {
      namesOf(this.form).forEach((name) => mark(this.form, name, answer.problems?.[name]));
      // A decision says what it was based on; when somebody decided meanwhile, the page shows both, with what was typed found again.
      const again = this.form.querySelector('[name="Seen"]') ? [action("载入最新内容，保留我的填写", () => window.location.reload())] : [];
      tell(this.form, "stuck", answer.message ?? "没有提交成功，请检查后再试。", ...again);
      this.form.querySelector(".is-invalid")?.focus();
    }
  }
}

for (const form of document.querySelectorAll("form[data-keep]")) {
  new Keep(form);
}

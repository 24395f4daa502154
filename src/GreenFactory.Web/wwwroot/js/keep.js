// Keep: what is typed into a form without autosave stays in this browser until the server has taken the form.
// Contract: every POST form into which people type words, without being told to (keepable in fields.js). The form submits by itself without the script;
// with it the page stays until the server answers 2xx: 204 with Location leads on, 422 { problems } marks the fields, 401 asks to sign in, anything else
// keeps the text and says so. What a success did not take (a reason beside no decision) stays a draft. A draft found at the next visit is filled in if the form still shows what it was based on; otherwise both are shown and
// one is chosen. A draft is known by where the form goes and by its first field of words; data-keep="<what is written>" names it instead.
// data-keep-lines="<parameter>" is for a form of numbered lines: where a draft has more of them than the page, the page is asked for with that many.
// data-keep="stay" keeps the page and no draft (a signature is given anew each time, a file stays chosen), also where a form has no words; data-keep="off" leaves the form alone.
import { post } from "./background.js";
import { keepDraft, readDraft } from "./drafts.js";
import { fill, idOf, inWords, isSame, isTyped, isWords, keepable, keyOf, labelOf, mark, namesOf, shownOf, valuesOf } from "./fields.js";
import { action, askToSignIn, askWhich, clock, tell } from "./notes.js";

/** Where the form goes: a button without an address of its own would answer with the page's. */
const addressOf = (form, submitter) => (submitter?.hasAttribute("formaction") ? submitter.formAction : new URL(form.getAttribute("action") || window.location.href, document.baseURI).href);

/** What a draft of the form is known by. */
const nameOf = (form, first) => {
  const to = new URL(addressOf(form), document.baseURI);
  return form.dataset.keep || `${to.pathname} ${to.searchParams.get("handler") ?? ""} ${first.id || first.name}`;
};

/** Leads to an address, also where only its end differs from that of this page, which by itself would ask the server for nothing. */
const leadTo = (address) => {
  const to = new URL(address, window.location.href);
  if (to.hash && to.href.split("#")[0] === window.location.href.split("#")[0]) {
    window.history.replaceState(null, "", to);
    window.location.reload();
  } else {
    window.location.assign(to);
  }
};

/** What a form holds of the state that it was shown on. */
const basis = '[name="Seen" i], [name$=".Seen"], [name="Hash"], [name="seal"]';

const dataOf = (form, submitter) => {
  const data = new FormData(form);
  if (submitter?.name) {
    data.append(submitter.name, submitter.value);
  }
  return data;
};

class Keep {
  constructor(form) {
    const first = [...form.elements].find(isWords);
    this.form = form;
    // Where something is told: at the form, or at the field of a form that stands elsewhere on the page.
    this.place = !first || form.contains(first) ? form : first.parentElement;
    this.name = nameOf(form, first);
    this.keys = new Map(namesOf(form).map((name) => [keyOf(form, name), name]));
    this.shown = new Map(namesOf(form).map((name) => [name, shownOf(form, name)]));
    this.draft = new Map();
    // What was typed into rows that are on another page of the list.
    this.elsewhere = new Map();
    form.dataset.submitMany = "";
    for (const kind of ["input", "change", "compositionend"]) {
      document.addEventListener(kind, (event) => event.target.form === form && !event.isComposing && this.note(event.target));
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(event.submitter);
    });
    if (form.dataset.keep !== "stay") {
      this.restore();
    }
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
    this.keep();
  }

  /** Keeps the draft in this browser, each field by what its row is about and not by its place in the list. */
  keep() {
    const own = [...this.draft].map(([name, field]) => [keyOf(this.form, name), field]);
    return this.form.dataset.keep === "stay" ? Promise.resolve() : keepDraft(this.name, new Map([...this.elsewhere, ...own]));
  }

  async restore() {
    let newest = 0;
    for (const [key, { values, was, at }] of await readDraft(this.name)) {
      const name = this.keys.get(key);
      const now = this.shown.get(name);
      if (!now) {
        this.elsewhere.set(key, { values, was, at });
      }
      if (!now || isSame(values, now) || this.draft.has(name)) {
        continue;
      }
      this.draft.set(name, { values, was, at });
      if (isSame(now, was)) {
        fill(this.form, name, values);
        newest = Math.max(newest, at);
      } else {
        const words = { label: labelOf(this.form, name), theirs: inWords(this.form, name, now), byWhom: "您离开之后", mine: inWords(this.form, name, values), at };
        askWhich(this.place, name, words, (mine) => {
          this.draft.delete(name);
          fill(this.form, name, mine ? values : now);
          if (mine) {
            this.draft.set(name, { values, was: now, at });
          }
          this.keep();
        });
      }
    }
    await this.keep();
    if (this.hasMoreLines()) {
      return;
    }
    if (newest > 0) {
      tell(this.place, "found", `已找回您在 ${clock(newest)} 填写、还没有提交的内容。`, action("不需要，清除", () => this.drop()));
    }
  }

  /** Asks for the page with as many lines as the draft has; answers whether it did. */
  hasMoreLines() {
    const lines = Math.max(0, ...[...this.elsewhere.keys()].map((key) => Number(/\[(\d+)\]\./.exec(key)?.[1] ?? -1) + 1));
    const to = new URL(window.location.href);
    if (!this.form.dataset.keepLines || Number(to.searchParams.get(this.form.dataset.keepLines)) >= lines) {
      return false;
    }
    to.searchParams.set(this.form.dataset.keepLines, lines);
    window.location.replace(to);
    return true;
  }

  drop() {
    for (const name of this.draft.keys()) {
      fill(this.form, name, this.shown.get(name) ?? []);
    }
    this.draft.clear();
    this.keep();
    tell(this.place, "found");
  }

  /** Marks the fields that were refused; answers what is left to say at the form. */
  show({ message, problems = {} }) {
    const fields = namesOf(this.form).filter((name) => idOf(this.form, name));
    const wrong = fields.map((name) => [name, problems[name] ?? problems[idOf(this.form, name)]]);
    wrong.forEach(([name, words]) => mark(this.form, name, words));
    const marked = wrong.filter(([, words]) => words).length;
    const others = Object.keys(problems).filter((key) => !fields.some((name) => key === name || key === idOf(this.form, name)));
    return marked > 1 ? [...others.map((key) => problems[key]), `有 ${marked} 项需要改正，已在下面标出。`].join("") : message;
  }

  async send(submitter) {
    if (this.busy || this.place.querySelector("[data-conflict]")) {
      this.place.querySelector("[data-autosave-conflict]")?.scrollIntoView({ block: "nearest" });
      return;
    }
    this.busy = true;
    submitter?.setAttribute("aria-disabled", "true");
    const { meaning, answer } = await post(addressOf(this.form, submitter), dataOf(this.form, submitter));
    this.busy = false;
    submitter?.removeAttribute("aria-disabled");
    ["found", "signed-out", "stuck"].forEach((kind) => tell(this.place, kind));
    if (meaning === "done") {
      [...this.draft.keys()].filter((name) => !answer.left.includes(name)).forEach((name) => this.draft.delete(name));
      await this.keep();
      leadTo(answer.location ?? window.location.href);
    } else if (meaning === "signed-out") {
      askToSignIn(this.place, answer);
    } else if (meaning === "later") {
      const where = this.form.dataset.keep === "stay" ? "内容还在本页，没有离开本页就不会丢失" : "填写的内容已保存在本机";
      tell(this.place, "stuck", `没有提交成功：网络中断或服务暂时不可用。${where}，请稍后再按一次。`);
    } else {
      const words = this.show(answer);
      // A decision says what it was based on; when somebody decided meanwhile, the page shows both, with what was typed found again.
      const again = this.form.querySelector(basis) ? [action("载入最新内容，保留我的填写", () => window.location.reload())] : [];
      tell(this.place, "stuck", words ?? "没有提交成功，请检查后再试。", ...again);
      this.form.querySelector(".is-invalid")?.focus();
    }
    // The button may be a screen below what is told.
    if (meaning !== "done" && !this.form.querySelector(".is-invalid")) {
      this.place.querySelector("[data-note]")?.scrollIntoView({ block: "center" });
    }
  }
}

for (const form of [...document.forms].filter(keepable)) {
  new Keep(form);
}

// Autosave: every change is saved a moment after it was typed; nothing typed is dropped before the server acknowledged it.
// Contract:
//   form[data-autosave="<url>"]             the form; it also submits by itself without this script; an empty url saves nothing
//   data-autosave-version="<n>.<form>"      the revision that the form shows
//   [data-save-state] with [data-save-text] the page's save state (tag helper gf-save)
//   [data-live="<name>"]                    regions replaced by what the server returns (score, rulers, errors)
// Request: POST to the url: `changed` (names), the changed fields, `version` (the revision they are based on, and this form), `key` (names the save; the
// same save sent again carries the same key), `former` (forms of this person whose last saves were never acknowledged: what they saved is no conflict),
// and `next` when a button of the form was pressed.
//   [data-asked="<field>"]                  a question that arises only for what was answered before in its row; shown or hidden as the server says
// Answer 200: { savedAt, revision, standing: ["<field>"], live: { "<name>": "<html>" }, asked: { "<field>": true }, problems: { "<field>": "<message>" }, refused: ["<field>"], location }
// Answer 409: the same with conflicts: [{ field, label, theirs, byName }]: these were not saved, the others were; both versions are shown and one is chosen.
// Whatever is not acknowledged is kept as the person's draft (drafts.js) with what it was based on, tried again with growing pauses, sent when the page
// is left, and offered when it is opened again. While an input method composes, nothing is saved or judged.
import { pauseAfter, post, whenBetter } from "./background.js";
import { keepDraft, readDraft } from "./drafts.js";
import { fill, inWords, isSame, isTyped, labelOf, mark, namesOf, shownOf, valuesOf } from "./fields.js";
import { action, askToSignIn, askWhich, signInBeside, tell } from "./notes.js";

const wait = 800;

const nameOfForm = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.id = nameOfForm();
    this.revision = Number.parseInt(form.dataset.autosaveVersion ?? "0", 10) || 0;
    this.bases = new Map();
    this.saved = new Map(namesOf(form).map((name) => [name, shownOf(form, name)]));
    this.waiting = new Map();
    this.asked = new Map();
    this.number = 0;
    this.attempt = null;
    this.failures = 0;
    this.isKept = true;
    this.composing = null;
    this.keeping = Promise.resolve();
    this.former = [];
    form.addEventListener("input", (event) => event.isComposing || this.note(event.target));
    form.addEventListener("change", (event) => this.note(event.target));
    form.addEventListener("compositionstart", (event) => {
      this.composing = event.target;
      clearTimeout(this.timer);
    });
    form.addEventListener("compositionend", (event) => {
      this.composing = null;
      this.note(event.target);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.leave(event.submitter);
    });
    whenBetter(() => this.send());
    window.addEventListener("pageshow", () => {
      this.left = false;
    });
    window.addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush());
    window.addEventListener("beforeunload", (event) => this.waiting.size > 0 && !this.isKept && event.preventDefault());
    this.restore();
  }

  note(field) {
    if (!isTyped(field) || field === this.composing) {
      return;
    }
    const { name } = field;
    const values = valuesOf(this.form, name);
    const before = this.waiting.get(name);
    if (this.asked.has(name)) {
      this.asked.get(name).values = values;
    } else if (before || !isSame(values, this.saved.get(name) ?? [])) {
      this.waiting.set(name, { values, was: before?.was ?? this.saved.get(name) ?? [], base: before?.base ?? this.baseOf(name), at: Date.now() });
    }
    this.keep();
    this.later(wait);
  }

  /** The revision at which this page knows a field: that of the page, or a later one that it sent itself and found standing, as another window of the person had saved it. */
  baseOf(name) {
    return this.bases.get(name) ?? this.revision;
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  /** Keeps everything that is not acknowledged, one write after the other. */
  keep() {
    const fields = new Map([...this.waiting, ...this.asked].map(([name, { values, was, at }]) => [name, { values, was, at, forms: [...this.former, this.id].slice(-4) }]));
    this.keeping = this.keeping.then(async () => {
      this.isKept = await keepDraft(this.url, fields);
    });
    return this.keeping;
  }

  /** The next fields to send: those based on one revision, without what was refused as it stands and what is being composed. */
  batch() {
    const ready = [...this.waiting].filter(([name, one]) => !one.refused && name !== this.composing?.name);
    return new Map(ready.filter(([, one]) => one.base === ready[0][1].base));
  }

  body(fields, next) {
    const data = new FormData();
    const token = this.form.querySelector('[name="__RequestVerificationToken"]');
    if (token) {
      data.append(token.name, token.value);
    }
    const content = JSON.stringify([...fields].map(([name, one]) => [name, one.values]));
    if (this.attempt?.content !== content) {
      this.number += 1;
      this.attempt = { content, key: `${this.id}.${this.number}` };
    }
    data.append("key", this.attempt.key);
    data.append("version", `${[...fields.values()][0]?.base ?? this.revision}.${this.id}`);
    this.former.forEach((form) => data.append("former", form));
    for (const [name, one] of fields) {
      data.append("changed", name);
      one.values.forEach((value) => data.append(name, value));
    }
    if (next !== undefined) {
      data.append("next", next);
    }
    return data;
  }

  async send(next) {
    const fields = this.batch();
    if (this.busy || this.left || this.composing || (fields.size === 0 && next === undefined)) {
      return;
    }
    clearTimeout(this.timer);
    this.busy = true;
    this.say("saving", "正在保存");
    const { meaning, status, answer } = await post(this.url, this.body(fields, next));
    this.busy = false;
    if (meaning === "done" || meaning === "conflict") {
      this.failures = 0;
      this.accept(answer, fields, next);
    } else if (meaning === "later") {
      this.failures += 1;
      this.off(status === 0 ? "离线，已暂存" : "服务暂时不可用，已暂存");
      this.later(pauseAfter(this.failures));
    } else if (meaning === "signed-out") {
      this.off("登录已失效，已暂存");
      askToSignIn(this.form, answer);
    } else {
      this.off("没有保存，已暂存");
      const ways = [action("刷新页面", () => window.location.reload()), ...([400, 403].includes(status) ? [signInBeside(answer.signIn)] : [])];
      tell(this.form, "stuck", `${answer.message ?? "没有保存成功。"}填写的内容已保存在本机，不会丢失。`, ...ways);
    }
  }

  accept(answer, sent, next) {
    const refused = new Set(answer.refused ?? []);
    const conflicts = new Map((answer.conflicts ?? []).map((one) => [one.field, one]));
    (answer.standing ?? []).forEach((name) => this.bases.set(name, answer.revision));
    for (const [name, one] of sent) {
      const now = this.waiting.get(name) ?? one;
      if (conflicts.has(name)) {
        this.waiting.delete(name);
        const { theirs, byName, label } = conflicts.get(name);
        this.ask(name, { ...now, label, theirs, byWhom: byName, base: answer.revision });
      } else if (refused.has(name)) {
        this.waiting.set(name, { ...now, refused: isSame(now.values, one.values) });
      } else {
        this.saved.set(name, one.values);
        if (isSame(now.values, one.values)) {
          this.waiting.delete(name);
        } else {
          this.waiting.set(name, { ...now, was: one.values, base: Math.max(now.base, this.baseOf(name)) });
        }
      }
    }
    this.attempt = null;
    this.keep();
    this.showLive(answer.live ?? {});
    this.showAsked(answer.asked ?? {});
    for (const name of sent.keys()) {
      if (name !== this.composing?.name) {
        mark(this.form, name, answer.problems?.[name]);
      }
    }
    tell(this.form, "signed-out");
    tell(this.form, "stuck");
    if (this.asked.size > 0) {
      this.say("conflict", "冲突，请选择");
    } else if (refused.size > 0) {
      this.say("offline", "有内容没有保存，请修改");
    } else {
      this.say("saved", answer.savedAt ? `已保存 ${answer.savedAt}` : "已保存");
    }
    if (answer.location) {
      this.left = true;
      this.keeping.then(() => window.location.assign(answer.location));
    } else if (next !== undefined && this.asked.size === 0 && refused.size === 0) {
      this.send(next);
    } else if (this.batch().size > 0) {
      this.later(wait);
    }
  }

  showLive(live) {
    for (const [name, html] of Object.entries(live)) {
      for (const region of document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`)) {
        if (!region.contains(this.composing)) {
          region.innerHTML = html;
        }
      }
    }
  }

  /** Questions of a row that arise only for what was chosen in it. */
  showAsked(asked) {
    for (const [name, arises] of Object.entries(asked)) {
      for (const field of this.form.querySelectorAll(`[data-asked="${CSS.escape(name)}"]`)) {
        field.hidden = !arises;
      }
    }
  }

  /** Two versions of one field: both are shown, the person chooses; until then the own one is a draft. */
  ask(name, one) {
    this.asked.set(name, one);
    this.say("conflict", "冲突，请选择");
    const words = { label: one.label ?? labelOf(this.form, name), theirs: inWords(this.form, name, one.theirs), mine: inWords(this.form, name, one.values), byWhom: one.byWhom, at: one.at };
    askWhich(this.form, name, words, (mine) => {
      const { values } = this.asked.get(name);
      this.asked.delete(name);
      this.saved.set(name, one.theirs);
      fill(this.form, name, mine ? values : one.theirs);
      if (mine) {
        this.waiting.set(name, { values, was: one.theirs, base: one.base, at: Date.now() });
      }
      this.keep();
      if (this.asked.size === 0 && this.waiting.size === 0) {
        this.say("saved", "已保存");
      }
      this.send();
    });
  }

  /** A button of the form: saves, then goes where the server says; stays with everything typed when that fails. */
  async leave(submitter) {
    submitter?.setAttribute("aria-disabled", "true");
    for (let turn = 0; this.busy && turn < 100; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const [name, one] of this.waiting) {
      this.waiting.set(name, { ...one, refused: false });
    }
    if (this.asked.size > 0) {
      this.form.querySelector("[data-autosave-conflict]")?.scrollIntoView({ block: "nearest" });
    } else {
      await this.send(submitter?.value ?? "stay");
    }
    submitter?.removeAttribute("aria-disabled");
  }

  /** The page is left or hidden: what waits goes off at once, and stays a draft until a later visit finds it saved. */
  flush() {
    const fields = this.batch();
    if (fields.size > 0 && !this.left) {
      post(this.url, this.body(fields), true).then(({ meaning, answer }) => {
        if (meaning === "done" && document.visibilityState === "visible") {
          this.accept(answer, fields);
        }
      });
    }
  }

  off(words) {
    this.say("offline", this.isKept ? words : "没有保存成功，请不要关闭页面");
  }

  say(state, words) {
    for (const place of document.querySelectorAll("[data-save-state]")) {
      place.dataset.saveState = state;
      place.classList.toggle("gf-save--off", state === "offline");
      place.classList.toggle("gf-save--clash", state === "conflict");
      const text = place.querySelector("[data-save-text]");
      if (text && text.textContent !== words) {
        text.textContent = words;
      }
    }
  }

  async restore() {
    const draft = await readDraft(this.url);
    this.former = [...new Set([...draft.values()].flatMap((one) => one.forms ?? []))].slice(-4);
    for (const [name, { values, was, at }] of draft) {
      const now = this.saved.get(name) ?? [];
      if (this.waiting.has(name) || isSame(values, now)) {
        continue;
      }
      if (isSame(now, was)) {
        fill(this.form, name, values);
        this.waiting.set(name, { values, was, base: this.revision, at });
      } else {
        this.ask(name, { values, was, at, theirs: now, byWhom: "您离开之后", base: this.revision });
      }
    }
    await this.keep();
    if (this.batch().size > 0) {
      this.say("offline", "找到未上传的内容，正在上传");
      this.send();
    }
  }
}

for (const form of document.querySelectorAll('form[data-autosave]:not([data-autosave=""])')) {
  new Autosave(form);
}

// Autosave: every change is saved a moment after it was typed; nothing typed is ever lost.
// Contract:
//   form[data-autosave="<url>"]            the form; it also submits by itself without this script; an empty url saves nothing
//   data-autosave-version="<token>"        concurrency token of what the form shows (optional)
//   [data-save-state] with [data-save-text] the page's save state (tag helper gf-save)
//   [data-live="<name>"]                   regions replaced by what the server returns (score, rulers, errors)
// Request: POST to the url, the changed fields as form data, plus __RequestVerificationToken and version. Accept: application/json.
// Answer 200: { "savedAt": "14:32", "version": "…", "live": { "<name>": "<html>" }, "problems": { "<field>": "<message>" } }
//   the html comes from our own server and replaces the inside of the region; problems mark fields, what was typed stays.
// Answer 409: { "message": "…" }: somebody else changed the same answers; the page says so and offers to reload or to send again.
// Offline or 5xx: the changed fields wait in localStorage under gf-draft:<url> and are sent when the network is back;
// a later visit finds and restores them.
const wait = 800;

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.key = `gf-draft:${this.url}`;
    this.version = form.dataset.autosaveVersion ?? "";
    this.changed = new Map();
    this.busy = false;
    this.timer = 0;
    this.restore();
    form.addEventListener("input", (event) => this.note(event.target));
    form.addEventListener("change", (event) => this.note(event.target));
    window.addEventListener("online", () => this.send());
    window.addEventListener("beforeunload", (event) => {
      if (this.changed.size > 0 && !this.stash()) {
        event.preventDefault();
      }
    });
    form.addEventListener("submit", () => {
      clearTimeout(this.timer);
      this.changed.clear();
      this.forget();
    });
  }

  note(field) {
    if (!field.name || field.type === "file" || field.type === "password" || field.name === "__RequestVerificationToken") {
      return;
    }
    this.changed.set(field.name, this.valuesOf(field.name));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  valuesOf(name) {
    return new FormData(this.form).getAll(name).map(String);
  }

  async send() {
    if (this.busy || this.changed.size === 0) {
      return;
    }
    this.busy = true;
    const sent = new Map(this.changed);
    this.say("saving", "正在保存");
    try {
      const answer = await fetch(this.url, { method: "POST", body: this.body(sent), headers: { Accept: "application/json" } });
      if (answer.status === 409) {
        this.stash();
        this.clash((await answer.json()).message);
      } else if (answer.ok && !answer.redirected) {
        this.accept(await answer.json(), sent);
      } else if (answer.status >= 500) {
        this.offline("服务暂时不可用，已暂存");
      } else {
        this.offline("没有保存成功，已暂存，请刷新页面或重新登录");
      }
    } catch {
      this.offline("离线，已暂存");
    } finally {
      this.busy = false;
    }
  }

  body(fields) {
    const data = new FormData();
    const token = this.form.querySelector('[name="__RequestVerificationToken"]');
    if (token) {
      data.append(token.name, token.value);
    }
    data.append("version", this.version);
    for (const [name, values] of fields) {
      data.append("changed", name);
      values.forEach((value) => data.append(name, value));
    }
    return data;
  }

  accept(answer, sent) {
    for (const [name, values] of sent) {
      if (JSON.stringify(this.changed.get(name)) === JSON.stringify(values)) {
        this.changed.delete(name);
      }
    }
    this.version = answer.version ?? this.version;
    this.forget();
    for (const [name, html] of Object.entries(answer.live ?? {})) {
      document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`).forEach((region) => {
        region.innerHTML = html;
      });
    }
    this.mark(answer.problems ?? {}, sent);
    this.say("saved", answer.savedAt ? `已保存 ${answer.savedAt}` : "已保存");
    if (this.changed.size > 0) {
      this.timer = setTimeout(() => this.send(), wait);
    }
  }

  mark(problems, sent) {
    for (const name of sent.keys()) {
      const field = this.form.elements.namedItem(name);
      if (!(field instanceof HTMLElement)) {
        continue;
      }
      const id = `${field.id}-error`;
      document.getElementById(id)?.remove();
      const message = problems[name];
      field.classList.toggle("is-invalid", Boolean(message));
      field.toggleAttribute("aria-invalid", Boolean(message));
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
      }
      if (others.length > 0) {
        field.setAttribute("aria-describedby", others.join(" "));
      } else {
        field.removeAttribute("aria-describedby");
      }
    }
  }

  offline(words) {
    this.say("offline", this.stash() ? words : "没有保存成功，请不要关闭页面");
  }

  clash(message) {
    this.say("conflict", "冲突，请选择");
    if (this.form.querySelector("[data-autosave-conflict]")) {
      return;
    }
    const note = document.createElement("div");
    note.className = "gf-note gf-note--attn";
    note.dataset.autosaveConflict = "";
    note.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = message ?? "同一份内容已被其他人修改。";
    const reload = this.choice("查看对方的内容（放弃我的改动）", () => {
      this.changed.clear();
      this.forget();
      window.location.reload();
    });
    const keep = this.choice("用我的内容覆盖", () => {
      this.version = "overwrite";
      note.remove();
      this.send();
    });
    const inside = document.createElement("div");
    inside.append(words, reload, keep);
    note.append(inside);
    this.form.prepend(note);
    note.scrollIntoView({ block: "nearest" });
  }

  choice(label, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-outline btn-sm";
    button.textContent = label;
    button.addEventListener("click", action);
    return button;
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

  stash() {
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.changed]));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept where nothing can be kept.
    }
  }

  restore() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
    } catch {
      kept = [];
    }
    for (const [name, values] of kept) {
      this.fill(name, values);
      this.changed.set(name, values);
    }
    if (this.changed.size > 0) {
      this.say("offline", "找到未上传的内容，正在上传");
      this.timer = setTimeout(() => this.send(), wait);
    }
  }

  fill(name, values) {
    for (const field of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = values.includes(field.value);
      } else {
        field.value = values[0] ?? "";
      }
    }
  }
}

for (const form of document.querySelectorAll('form[data-autosave]:not([data-autosave=""])')) {
  new Autosave(form);
}

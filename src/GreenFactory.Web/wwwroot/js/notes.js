// Notes: what a script has to tell or ask at the top of a form. No contract of its own; autosave.js, keep.js and upload.js use it.

const button = (label, act, primary = false) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `btn btn-sm ${primary ? "btn-primary" : "btn-outline"}`;
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
};

const paragraph = (...parts) => {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
};

/** How far the portal's clock is ahead of this computer's, as the page was written: hours here and in what the server says are of one clock. */
const ahead = (Number(document.body.dataset.now) || Date.now()) - Date.now();

/** The hour of a moment of this computer, in Beijing and by the portal's clock, with its day when that is not today. */
export const clock = (at) => {
  const words = (moment, form) => new Date(moment + ahead).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hourCycle: "h23", ...form });
  const day = (moment) => words(moment, { month: "long", day: "numeric" });
  const time = words(at, { hour: "2-digit", minute: "2-digit" });
  return day(at) === day(Date.now()) ? time : `${day(at)} ${time}`;
};

/** Puts a note of a kind at the top of a form, in place of an earlier one; with no words it is taken away. */
export const tell = (form, kind, words, ...actions) => {
  form.querySelector(`[data-note="${kind}"]`)?.remove();
  if (!words) {
    return;
  }
  const note = document.createElement("div");
  note.className = "gf-note gf-note--attn";
  note.dataset.note = kind;
  note.setAttribute("role", "alert");
  const inside = document.createElement("div");
  inside.append(paragraph(words));
  if (actions.length > 0) {
    const line = paragraph();
    actions.forEach((action) => line.append(action, " "));
    inside.append(line);
  }
  note.append(inside);
  form.prepend(note);
};

/** An action of a note. */
export const action = button;

/** Leads to the sign-in page in a window of its own. */
export const signInBeside = (path) => {
  const link = document.createElement("a");
  link.className = "btn btn-sm btn-primary";
  link.target = "_blank";
  link.rel = "opener";
  link.href = `${path ?? "/account/sign-in"}?ReturnUrl=${encodeURIComponent(window.location.pathname + window.location.search)}`;
  link.textContent = "在新窗口登录";
  return link;
};

/** Says that the session is over and leads to the sign-in page in a window of its own: this page stays, and goes on when the person comes back. */
export const askToSignIn = (form, answer) => {
  tell(form, "signed-out", answer.message ?? "登录已失效，没有保存。填写的内容仍在页面上，请登录后继续。", signInBeside(answer.signIn));
};

/**
 * Shows two versions of one field and asks which one stands; nothing is decided by itself.
 * `one` is { label, theirs, byWhom, mine, at }, the versions in words; `decide(true)` means the person's own.
 */
export const askWhich = (form, name, one, decide) => {
  let note = form.querySelector("[data-autosave-conflict]");
  if (!note) {
    note = document.createElement("section");
    note.className = "gf-note gf-note--attn";
    note.dataset.autosaveConflict = "";
    note.setAttribute("role", "alert");
    const inside = document.createElement("div");
    inside.append(paragraph("以下内容有两个版本，请逐项选择。选择之前两边都保留，其他内容已照常保存。"));
    note.append(inside);
    form.prepend(note);
  }
  const inside = note.firstElementChild;
  inside.querySelector(`[data-conflict="${CSS.escape(name)}"]`)?.remove();
  const group = document.createElement("div");
  group.dataset.conflict = name;
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", one.label);
  const title = document.createElement("b");
  title.textContent = one.label;
  const choose = (mine) => {
    group.remove();
    if (!note.querySelector("[data-conflict]")) {
      note.remove();
    }
    decide(mine);
  };
  const line = paragraph(button("采用已保存的", () => choose(false)), " ", button("采用我的", () => choose(true)));
  group.append(paragraph(title), paragraph(`已保存（${one.byWhom}）：${one.theirs}`), paragraph(`我填写（${clock(one.at)}）：${one.mine}`), line);
  inside.append(group);
  note.scrollIntoView({ block: "nearest" });
};

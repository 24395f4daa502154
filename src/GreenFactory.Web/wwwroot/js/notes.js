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

/** The hour of a moment, with its day when that is not today. */
export const clock = (at) => {
  const when = new Date(at);
  const time = when.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
  return when.toDateString() === new Date().toDateString() ? time : `${when.getMonth() + 1}月${when.getDate()}日 ${time}`;
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

/** Says that the session is over and leads to the sign-in page in a window of its own: this page stays, and goes on when the person comes back. */
export const askToSignIn = (form, answer) => {
  const link = document.createElement("a");
  link.className = "btn btn-sm btn-primary";
  link.target = "_blank";
  link.rel = "opener";
  link.href = `${answer.signIn ?? "/account/sign-in"}?ReturnUrl=${encodeURIComponent(window.location.pathname + window.location.search)}`;
  link.textContent = "在新窗口登录";
  tell(form, "signed-out", answer.message ?? "登录已失效，没有保存。填写的内容仍在页面上，请登录后继续。", link);
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

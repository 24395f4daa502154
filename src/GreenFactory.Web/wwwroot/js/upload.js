// Upload: dropping files and progress, on top of a plain multipart form that works without it.
// Contract: form[data-upload] with one input[type=file][data-max-bytes] and an empty ul[data-upload-list] (the tag helper
// gf-file writes both). Each file is posted by itself to the form's action with the form's other fields, including the
// antiforgery token. The answer is 2xx with JSON { "id": "…", "location": "…" }: the row that the file has now, without which it does not count as
// uploaded, and where to go when all are up; or 4xx with JSON { "message": "…" } saying what is wrong and what to do. A file that could not be sent,
// because the session, the network or the server was away, waits in the page with a button, and goes by itself when the person comes back.
import { headers, meaningOf, renewToken, whenBetter } from "./background.js";
import { askToSignIn, tell } from "./notes.js";

const size = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

const line = (list, file) => {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const state = document.createElement("span");
  const bar = document.createElement("progress");
  name.textContent = `${file.name}（${size(file.size)}） `;
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  item.append(name, state, bar);
  list.append(item);
  return {
    progress(percent) {
      bar.value = percent;
      state.textContent = `上传 ${percent}%`;
    },
    done() {
      bar.remove();
      state.textContent = "已上传，正在检查";
    },
    fail(message, retry) {
      bar.hidden = true;
      state.textContent = message;
      state.className = "gf-tag gf-tag--error";
      item.querySelector("button")?.remove();
      if (retry) {
        const again = document.createElement("button");
        again.type = "button";
        again.className = "btn btn-outline btn-sm";
        again.textContent = "重新上传";
        again.addEventListener("click", retry);
        item.append(" ", again);
      }
    },
    start() {
      bar.hidden = false;
      bar.value = 0;
      state.textContent = "上传 0%";
      state.className = "";
      item.querySelector("button")?.remove();
    },
  };
};

/** Posts one file; answers { meaning, answer } and never throws. */
const send = (form, input, file, show) =>
  new Promise((resolve) => {
    const data = new FormData(form);
    data.delete(input.name);
    data.append(input.name, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        show.progress(Math.floor((event.loaded / event.total) * 100));
      }
    });
    const end = () => resolve({ meaning: meaningOf(request.status), status: request.status, answer: request.response ?? {} });
    request.addEventListener("load", end);
    request.addEventListener("error", end);
    request.addEventListener("abort", end);
    request.send(data);
  });

const refusals = {
  "signed-out": "没有上传：登录已失效，登录后会自动上传",
  later: "没有上传：网络中断或服务暂时不可用，恢复后会自动上传",
};

for (const form of document.querySelectorAll("form[data-upload]")) {
  const input = form.querySelector('input[type="file"]');
  const list = form.querySelector("[data-upload-list]");
  const area = input?.closest(".gf-drop");
  if (!input || !list || !area) {
    continue;
  }

  let location = "";
  const open = new Set();
  const waiting = new Map();

  const leave = () => {
    if (open.size === 0 && location) {
      window.location.assign(location);
    }
  };

  const one = async (file, show) => {
    waiting.delete(file);
    open.add(file);
    show.start();
    let { meaning, status, answer } = await send(form, input, file, show);
    if (status === 400 && (await renewToken())) {
      ({ meaning, status, answer } = await send(form, input, file, show));
    }
    if (meaning === "done" && answer.id) {
      show.done();
      open.delete(file);
      location = answer.location ?? location;
      tell(form, "signed-out");
    } else if (refusals[meaning]) {
      show.fail(refusals[meaning], () => one(file, show));
      waiting.set(file, show);
      if (meaning === "signed-out") {
        askToSignIn(form, answer);
      }
    } else {
      show.fail(answer.message ?? "没有上传成功，请重试", () => one(file, show));
    }
    leave();
  };

  const upload = async (files) => {
    for (const file of files) {
      const show = line(list, file);
      const max = Number(input.dataset.maxBytes);
      if (max && file.size > max) {
        show.fail(`超过 ${size(max)}，请压缩或拆分后再传`);
        open.add(file);
      } else {
        await one(file, show);
      }
    }
    input.value = "";
  };

  whenBetter(async () => {
    for (const [file, show] of [...waiting]) {
      await one(file, show);
    }
  });
  form.addEventListener("submit", (event) => {
    if (input.files.length > 0) {
      event.preventDefault();
      upload([...input.files]);
    }
  });
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("is-over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("is-over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("is-over");
    upload([...event.dataTransfer.files]);
  });
}

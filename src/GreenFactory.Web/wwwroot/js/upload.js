// Upload: dropping files and progress, on top of a plain multipart form that works without it.
// Contract: form[data-upload] with one input[type=file][data-max-bytes] and an empty ul[data-upload-list] (the tag helper
// gf-file writes both). Each file is posted by itself to the form's action with the form's other fields, including the
// antiforgery token. The answer is 2xx with JSON { "location": "…" } (where to go when all are up, optional)
// or 4xx with JSON { "message": "…" } saying what is wrong and what to do.
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
    fail(message) {
      bar.remove();
      state.textContent = message;
      state.className = "gf-tag gf-tag--error";
    },
  };
};

const send = (form, input, file, show) =>
  new Promise((resolve) => {
    const data = new FormData(form);
    data.delete(input.name);
    data.append(input.name, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        show.progress(Math.floor((event.loaded / event.total) * 100));
      }
    });
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) {
        show.done();
        resolve(request.response?.location ?? "");
      } else {
        show.fail(request.response?.message ?? "没有上传成功，请重试");
        resolve(null);
      }
    });
    request.addEventListener("error", () => {
      show.fail("网络中断，没有上传成功，请联网后重试");
      resolve(null);
    });
    request.send(data);
  });

for (const form of document.querySelectorAll("form[data-upload]")) {
  const input = form.querySelector('input[type="file"]');
  const list = form.querySelector("[data-upload-list]");
  const area = input?.closest(".gf-drop");
  if (!input || !list || !area) {
    continue;
  }

  const upload = async (files) => {
    const results = [];
    for (const file of files) {
      const show = line(list, file);
      const max = Number(input.dataset.maxBytes);
      if (max && file.size > max) {
        show.fail(`超过 ${size(max)}，请压缩或拆分后再传`);
        results.push(null);
      } else {
        results.push(await send(form, input, file, show));
      }
    }
    input.value = "";
    const location = results.filter(Boolean).pop();
    if (location && results.every((result) => result !== null)) {
      window.location.assign(location);
    }
  };

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

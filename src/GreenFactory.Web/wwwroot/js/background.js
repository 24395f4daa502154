// Background: how a script talks to the portal while its page stays. No contract of its own; autosave.js, keep.js and upload.js use it.
// The server answers a script with statuses and sentences, never with a redirect: 2xx with JSON or 204 with Location, 401 and 403 with
// { message, signIn }, 409 and 422 with JSON of the page, 429 and 5xx when it should be tried again later. X-Gf-Left names, parted by spaces, the fields
// of a form that succeeded whose words were not taken.
import { person } from "./drafts.js";

/** Headers of every background request. */
export const headers = { Accept: "application/json", "X-Requested-With": "greenfactory", "X-Gf-Person": person };

/** What an answer means: done, conflict, refused, signed-out, or later. */
export const meaningOf = (status) => {
  if (status >= 200 && status < 300) {
    return "done";
  }
  if (status === 401) {
    return "signed-out";
  }
  if (status === 409) {
    return "conflict";
  }
  return status === 0 || status === 408 || status === 429 || status >= 500 ? "later" : "refused";
};

const formToken = "__RequestVerificationToken";

/**
 * A page opened before the browser lost its cookies carries a token that belongs to none: the server answers 400 even after the person has signed in again.
 * The page is asked for once more, and its new token put into every form here; what is typed is not touched. Answers the token; none where that was not
 * possible, which it is for the same person only.
 */
export const renewToken = async () => {
  try {
    const page = await fetch(window.location.href, { headers: { Accept: "text/html" }, redirect: "error", cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = fresh.querySelector(`[name="${formToken}"]`)?.value ?? "";
    if (!page.ok || !token || (fresh.body.dataset.person ?? "") !== person) {
      return "";
    }
    document.querySelectorAll(`[name="${formToken}"]`).forEach((field) => {
      field.value = token;
    });
    return token;
  } catch {
    return "";
  }
};

/** Sends a form's data; answers { meaning, status, answer } and never throws. What is refused for its token alone goes once more with a new one. */
export const post = async (url, data, keepalive = false, again = true) => {
  try {
    const response = await fetch(url, { method: "POST", body: data, headers, keepalive, redirect: "error" });
    const token = response.status === 400 && again && !keepalive ? await renewToken() : "";
    if (token) {
      data.set(formToken, token);
      return await post(url, data, keepalive, false);
    }
    const isJson = response.headers.get("Content-Type")?.includes("json");
    const answer = isJson ? await response.json() : {};
    const location = response.headers.get("Location");
    const left = (response.headers.get("X-Gf-Left") ?? "").split(" ").filter(Boolean);
    return { meaning: meaningOf(response.status), status: response.status, answer: location ? { ...answer, location, left } : { ...answer, left } };
  } catch {
    return { meaning: "later", status: 0, answer: {} };
  }
};

/** How long to wait before trying again, in milliseconds: longer each time, at most a minute, not all browsers at once. */
export const pauseAfter = (failures) => Math.min(60000, 1000 * 2 ** failures) * (0.75 + Math.random() / 2);

/** Calls back when it may go better than before: the network returns, or the person comes back, perhaps from signing in. */
export const whenBetter = (act) => {
  window.addEventListener("online", act);
  window.addEventListener("focus", act);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && act());
};

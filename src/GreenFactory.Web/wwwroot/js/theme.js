// Theme: light, dark or as the system has it.
// Contract: loaded in <head> without defer, so that the page never flashes. A group [data-theme-choice] with buttons
// [data-theme="system|light|dark"] is shown and kept in step; the choice is stored under gf-theme on this device only.
(() => {
  const key = "gf-theme";
  const root = document.documentElement;

  const stored = () => {
    try {
      return localStorage.getItem(key) ?? "system";
    } catch {
      return "system";
    }
  };

  const apply = (theme) => {
    if (theme === "light" || theme === "dark") {
      root.setAttribute("data-bs-theme", theme);
    } else {
      root.removeAttribute("data-bs-theme");
    }
  };

  const mark = (group, theme) => {
    for (const button of group.querySelectorAll("[data-theme]")) {
      button.setAttribute("aria-pressed", String(button.dataset.theme === theme));
    }
  };

  apply(stored());

  document.addEventListener("DOMContentLoaded", () => {
    for (const group of document.querySelectorAll("[data-theme-choice]")) {
      group.hidden = false;
      mark(group, stored());
      group.addEventListener("click", (event) => {
        const button = event.target.closest("[data-theme]");
        if (!button) {
          return;
        }
        try {
          localStorage.setItem(key, button.dataset.theme);
        } catch {
          // A browser that keeps nothing still shows the choice on this page.
        }
        apply(button.dataset.theme);
        mark(group, button.dataset.theme);
      });
    }
  });
})();

// Steps: on a narrow screen a section shows one requirement or indicator at a time; on a wide one, and without this script, all of them.
// Contract: [data-steps] inside a form, with [data-step-go="-1"] and [data-step-go="1"] buttons and a [data-step-place] for "2 / 5", in an element
// [data-steps-bar] that is hidden until there is something to go through; the steps are the form's [data-step]. A link or an address that leads
// into a step shows that step. Fields of hidden steps stay in the form and are saved like any other.
const narrow = window.matchMedia("(max-width: 45rem)");

class Steps {
  constructor(dock) {
    const form = dock.closest("form");
    this.steps = [...form.querySelectorAll("[data-step]")];
    this.bar = dock.querySelector("[data-steps-bar]");
    this.place = dock.querySelector("[data-step-place]");
    this.buttons = [...dock.querySelectorAll("[data-step-go]")];
    this.at = 0;
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.go(this.at + Number(button.dataset.stepGo)));
    }
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      if (link) {
        this.reveal(link.hash);
      }
    });
    window.addEventListener("hashchange", () => this.reveal(window.location.hash));
    narrow.addEventListener("change", () => this.show());
    this.show();
    this.reveal(window.location.hash);
  }

  /** Shows the step that holds a place of the page. */
  reveal(hash) {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    const step = this.steps.findIndex((one) => one.contains(target));
    if (target && step >= 0 && step !== this.at) {
      this.at = step;
      this.show();
      target.scrollIntoView({ block: "start" });
    }
  }

  go(to) {
    if (to < 0 || to >= this.steps.length) {
      return;
    }
    this.at = to;
    this.show();
    this.steps[to].focus({ preventScroll: true });
    this.steps[to].scrollIntoView({ block: "start" });
  }

  show() {
    this.steps.forEach((step, index) => {
      step.hidden = narrow.matches && index !== this.at;
    });
    this.bar.hidden = !narrow.matches || this.steps.length < 2;
    this.place.textContent = `${this.at + 1} / ${this.steps.length}`;
    for (const button of this.buttons) {
      const to = this.at + Number(button.dataset.stepGo);
      button.disabled = to < 0 || to >= this.steps.length;
    }
  }
}

for (const dock of document.querySelectorAll("form [data-steps]")) {
  new Steps(dock);
}

// <cs-theme> makes the buttons named "theme" (values light, dark, auto) act at once.
// The choice is kept in the cookie `theme`, so that the server renders <html data-theme> and no page flashes.

const YEAR = 365 * 24 * 60 * 60;

class Theme extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      const button = event.submitter as HTMLButtonElement | null;
      if (button?.name !== "theme") return;
      event.preventDefault();
      this.#choose(button.value);
    });
  }

  #choose(theme: string): void {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const age = theme === "auto" ? 0 : YEAR;
    document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;

    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;

    for (const button of this.querySelectorAll<HTMLButtonElement>("button[name=theme]")) {
      button.setAttribute("aria-pressed", String(button.value === theme));
    }
  }
}

customElements.define("cs-theme", Theme);

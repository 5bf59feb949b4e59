// <cs-copy data-done="Copied"> copies the text of its [data-copy] element; its button is hidden until this runs.

class Copy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const source = this.querySelector("[data-copy]");
    if (!button || !source || !navigator.clipboard) return;

    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
      button.textContent = this.dataset.done ?? label;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }
}

customElements.define("cs-copy", Copy);

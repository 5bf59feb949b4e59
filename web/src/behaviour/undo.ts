// <cs-undo data-seconds="10"> takes its form away when the server no longer honours it.
// The sentence stays; while somebody points at or has focus in it, the button stays too.

class Undo extends HTMLElement {
  connectedCallback(): void {
    const seconds = Number(this.dataset.seconds);
    if (seconds > 0) setTimeout(() => this.#end(), seconds * 1000);
  }

  #end(): void {
    if (this.matches(":hover, :focus-within")) {
      setTimeout(() => this.#end(), 1000);
      return;
    }
    this.querySelector("form")?.remove();
  }
}

customElements.define("cs-undo", Undo);

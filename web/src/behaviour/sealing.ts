// <cs-sealing> stands where a record waits for its place in the log: the page is asked for again, ever more rarely,
// until it comes without this element. Its link does the same by hand.

const SECONDS = [2, 3, 5, 8, 13, 21];

class Sealing extends HTMLElement {
  connectedCallback(): void {
    const key = `sealing ${location.pathname}`;
    const tried = Number(sessionStorage.getItem(key) ?? 0);
    const wait = SECONDS[tried];
    if (wait === undefined) return sessionStorage.removeItem(key);

    sessionStorage.setItem(key, String(tried + 1));
    setTimeout(() => location.reload(), wait * 1000);
  }
}

customElements.define("cs-sealing", Sealing);

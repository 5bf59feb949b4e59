// <cs-filter data-table="ID"> hides the rows of a table that do not contain the words in its search field.
// An <output> inside it shows how many are left: data-count="{shown} of {all} shown".

class Filter extends HTMLElement {
  connectedCallback(): void {
    const search = this.querySelector<HTMLInputElement>("input[type=search]");
    const table = document.getElementById(this.dataset.table ?? "");
    if (!search || !(table instanceof HTMLTableElement)) return;

    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    search.addEventListener("input", () => this.#show(rows, search.value));
    if (search.value) this.#show(rows, search.value);
  }

  #show(rows: HTMLTableRowElement[], query: string): void {
    const words = folded(query).split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = folded(row.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
    }
    this.#count(rows.filter((row) => !row.hidden).length, rows.length);
  }

  #count(shown: number, all: number): void {
    const output = this.querySelector("output");
    const words = output?.dataset.count;
    if (!output || !words) return;
    output.textContent = words.replace("{shown}", String(shown)).replace("{all}", String(all));
  }
}

/** Without case and accents, so that "muller" finds Müller. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

customElements.define("cs-filter", Filter);

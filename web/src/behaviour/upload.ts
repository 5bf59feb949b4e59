// <cs-upload> lets a file be dropped on an ordinary file input and says in its <output> what was chosen.

class Upload extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) return;

    input.addEventListener("change", () => this.#tell(input));
    for (const kind of ["dragenter", "dragover"] as const) {
      this.addEventListener(kind, (event) => {
        event.preventDefault();
        this.toggleAttribute("data-over", true);
      });
    }
    this.addEventListener("dragleave", () => this.removeAttribute("data-over"));
    this.addEventListener("drop", (event) => this.#take(event, input));
  }

  #take(event: DragEvent, input: HTMLInputElement): void {
    event.preventDefault();
    this.removeAttribute("data-over");
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    input.files = input.multiple ? files : first(files);
    this.#tell(input);
  }

  #tell(input: HTMLInputElement): void {
    const output = this.querySelector("output");
    if (output) output.textContent = [...(input.files ?? [])].map(described).join(", ");
  }
}

function first(files: FileList): FileList {
  const one = new DataTransfer();
  one.items.add(files[0]!);
  return one.files;
}

function described(file: File): string {
  const kilobytes = new Intl.NumberFormat(document.documentElement.lang || undefined, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  });
  return `${file.name} (${kilobytes.format(Math.max(1, file.size / 1000))})`;
}

customElements.define("cs-upload", Upload);

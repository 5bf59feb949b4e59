// A submit button with data-confirm="ID" first opens the <dialog id="ID">.
// The dialog's own buttons sit in <form method="dialog">; the one with value="confirm" lets the submission go on.

const confirmed = new WeakSet<HTMLElement>();

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  const dialog = button && dialogOf(button);
  if (!dialog || confirmed.has(button)) return;

  event.preventDefault();
  dialog.returnValue = "";
  dialog.addEventListener("close", () => goOn(dialog, button), { once: true });
  dialog.showModal();
});

function dialogOf(button: HTMLElement): HTMLDialogElement | null {
  const id = button.dataset.confirm;
  const dialog = id ? document.getElementById(id) : null;
  return dialog instanceof HTMLDialogElement ? dialog : null;
}

function goOn(dialog: HTMLDialogElement, button: HTMLElement): void {
  if (dialog.returnValue !== "confirm") return;
  confirmed.add(button);
  (button as HTMLButtonElement).form?.requestSubmit(button);
  confirmed.delete(button);
}

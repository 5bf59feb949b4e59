// <cs-passkey action="enrol | sign-in | sign"> puts a passkey ceremony between the press of a button and the form
// it submits. The contract with the server is written in web/README.md.
//
// Without script or without passkeys the form still submits, with an empty field, and the server offers another way.

import { create, get } from "./webauthn";

/** The hidden field that takes the credential's JSON. */
const ANSWER = "input[name=assertion], input[name=credential]";

type Action = "enrol" | "sign-in" | "sign";
type Say = "preparing" | "waiting" | "enrolling" | "sending" | "cancelled" | "again" | "known" | "unable" | "failed";

/** A sentence the server already translated, to be shown as it is. */
class Refused extends Error {}

/** The browser wants a fresh press before it opens a second prompt. */
class PressAgain extends Error {}

class Passkey extends HTMLElement {
  #busy = false;

  connectedCallback(): void {
    this.addEventListener("submit", (event) => this.#submitted(event));
    // A page taken back from the browser's memory must not send yesterday's answer.
    window.addEventListener("pageshow", () => this.#forget());
    const fallback = this.#fallback();
    if (fallback) fallback.hidden = true;
    void this.#lookAround();
  }

  #forget(): void {
    for (const field of this.querySelectorAll<HTMLInputElement>(ANSWER)) field.value = "";
  }

  async #lookAround(): Promise<void> {
    if (!window.PublicKeyCredential) this.#offerOther("unable");
    else if (inEmbeddedView() || (await phoneWithoutKey())) this.#offerOther();
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const field = form.querySelector<HTMLInputElement>(ANSWER);
    if (!field || field.value || !window.PublicKeyCredential || otherWay(event.submitter)) return;

    event.preventDefault();
    if (!this.#busy) void this.#run(form, field, event.submitter);
  }

  async #run(form: HTMLFormElement, field: HTMLInputElement, button: HTMLElement | null): Promise<void> {
    this.#work(button, true);
    try {
      field.value = await this.#ceremony(form);
      this.#say("sending");
      form.requestSubmit(button);
    } catch (error) {
      this.#explain(error);
    } finally {
      this.#work(button, false);
    }
  }

  async #ceremony(form: HTMLFormElement): Promise<string> {
    this.#say("preparing");
    if (this.#action() === "enrol") return this.#create(await options(this.#url("options"), form), form);

    const enrolledNow = this.hasAttribute("data-enrol-first") && (await this.#enrolFirst(form));
    return this.#get(await options(this.#url("options"), form), form, enrolledNow);
  }

  /** Makes the passkey that the signature right after it will use. */
  async #enrolFirst(form: HTMLFormElement): Promise<true> {
    this.#say("enrolling");
    const credential = await create((await options(this.#url("enrolOptions"), form)).publicKey);
    const body = new URLSearchParams({ credential });
    const answer = await fetch(this.#url("enrolFinish"), { method: "POST", body, headers: JSON_PLEASE, redirect: "manual" });
    if (!answer.ok && answer.type !== "opaqueredirect") throw await refusal(answer);
    this.removeAttribute("data-enrol-first");
    return true;
  }

  #create(challenge: Challenge, form: HTMLFormElement): Promise<string> {
    this.#say("waiting");
    carry(challenge, form);
    return create(challenge.publicKey);
  }

  async #get(challenge: Challenge, form: HTMLFormElement, enrolledNow: boolean): Promise<string> {
    this.#say("waiting");
    carry(challenge, form);
    try {
      return await get(challenge.publicKey);
    } catch (error) {
      throw enrolledNow && nameOf(error) === "NotAllowedError" ? new PressAgain() : error;
    }
  }

  #explain(error: unknown): void {
    if (error instanceof Refused) return this.#tell(error.message, "error");
    if (error instanceof PressAgain) return this.#say("again", "error");
    switch (nameOf(error)) {
      case "NotAllowedError":
      case "AbortError":
        return this.#offerOther("cancelled");
      case "InvalidStateError":
        return this.#say("known", "error");
      case "NotSupportedError":
      case "SecurityError":
        return this.#offerOther("unable");
      default:
        return this.#offerOther("failed");
    }
  }

  #offerOther(say?: Say): void {
    const fallback = this.#fallback();
    if (fallback) fallback.hidden = false;
    if (say) this.#say(say, "error");
  }

  /** The words come from data-say-…; the server writes them in the reader's language. */
  #say(say: Say, state?: "error"): void {
    this.#tell(this.getAttribute(`data-say-${say}`) ?? "", state);
  }

  #tell(words: string, state?: "error"): void {
    const status = this.querySelector<HTMLElement>("[role=status]");
    if (!status) return;
    status.textContent = words;
    status.dataset.state = state ?? "working";
  }

  #work(button: HTMLElement | null, busy: boolean): void {
    this.#busy = busy;
    this.setAttribute("aria-busy", String(busy));
    // A disabled button would lose the focus; aria-disabled keeps it.
    button?.setAttribute("aria-disabled", String(busy));
  }

  #fallback(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[data-fallback]");
  }

  #action(): Action {
    return this.getAttribute("action") as Action;
  }

  #url(name: "options" | "enrolOptions" | "enrolFinish"): string {
    return this.dataset[name] ?? "";
  }
}

interface Challenge {
  publicKey: Record<string, unknown>;
  [extra: string]: unknown;
}

const JSON_PLEASE = { Accept: "application/json" };

/** Asks for a challenge, telling the server what the form says so far. */
async function options(url: string, form: HTMLFormElement): Promise<Challenge> {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...JSON_PLEASE, "Content-Type": "application/json" },
    body: JSON.stringify(Object.fromEntries(fields)),
  });
  if (!answer.ok) throw await refusal(answer);
  return answer.json();
}

/** What the server sent beside the challenge (a ceremony's id, say) returns with the form that has a field for it. */
function carry(challenge: Challenge, form: HTMLFormElement): void {
  for (const [name, value] of Object.entries(challenge)) {
    const field = form.elements.namedItem(name);
    if (typeof value === "string" && field instanceof HTMLInputElement && field.type === "hidden") field.value = value;
  }
}

/** Problem details (RFC 9457) carry a sentence for the person; anything else is a plain failure. */
async function refusal(answer: Response): Promise<Error> {
  const problem = await answer.json().catch(() => null);
  const sentence = problem?.detail ?? problem?.title;
  return sentence ? new Refused(sentence) : new Error(`HTTP ${answer.status}`);
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : "";
}

/** A button that declines, asks or mails a code lives in the same form and needs no passkey. */
function otherWay(button: HTMLElement | null): boolean {
  return button?.hasAttribute("data-without-passkey") ?? false;
}

/** The views inside other apps, where the system's passkey prompt does not open or never returns. */
function inEmbeddedView(): boolean {
  return /; wv\)|FBA[NV]|Instagram|LinkedInApp|MicroMessenger|Snapchat|Teams(Mobile)?\//.test(navigator.userAgent);
}

async function phoneWithoutKey(): Promise<boolean> {
  const phone = matchMedia("(pointer: coarse) and (hover: none)").matches;
  return phone && !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());
}

customElements.define("cs-passkey", Passkey);

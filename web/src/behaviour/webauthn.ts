// WebAuthn in its JSON form (W3C WebAuthn Level 3, §5.1.8 and §5.1.10), with a fallback for browsers
// that have passkeys but not yet parse…OptionsFromJSON and toJSON.

type Json = Record<string, any>;

export async function create(publicKey: Json): Promise<string> {
  const options = parsed("parseCreationOptionsFromJSON", publicKey);
  const credential = await navigator.credentials.create({ publicKey: options as PublicKeyCredentialCreationOptions });
  return serialised(credential as PublicKeyCredential);
}

export async function get(publicKey: Json): Promise<string> {
  const options = parsed("parseRequestOptionsFromJSON", publicKey);
  const credential = await navigator.credentials.get({ publicKey: options as PublicKeyCredentialRequestOptions });
  return serialised(credential as PublicKeyCredential);
}

function parsed(native: "parseCreationOptionsFromJSON" | "parseRequestOptionsFromJSON", options: Json): unknown {
  const parse = PublicKeyCredential[native] as ((options: Json) => unknown) | undefined;
  return parse ? parse.call(PublicKeyCredential, options) : withBytes(options);
}

function withBytes(options: Json): Json {
  const descriptors = (list?: Json[]) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: descriptors(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: descriptors(options.allowCredentials) }),
  };
}

function serialised(credential: PublicKeyCredential): string {
  try {
    return JSON.stringify(credential.toJSON());
  } catch {
    // Some password managers hand back an object that only looks like a credential.
    return JSON.stringify(withText(credential));
  }
}

function withText(credential: PublicKeyCredential): Json {
  const response: Json = {};
  const from = credential.response as unknown as Json;
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (from[name]) response[name] = text(from[name]);
  }
  if (from.getTransports) response.transports = from.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function bytes(base64url: string): Uint8Array {
  const base64 = base64url.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

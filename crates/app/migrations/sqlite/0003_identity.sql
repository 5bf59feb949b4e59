-- Signing in. Only digests of tokens are kept; a stolen database opens no session.

CREATE TABLE session (
    token       TEXT PRIMARY KEY,
    org         TEXT NOT NULL,
    person      TEXT NOT NULL,
    -- passkey, code, link, setup, demo
    method      TEXT NOT NULL,
    -- a mail link opens one obligation only: its address
    scope       TEXT,
    started_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    ended_at    BIGINT,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
) WITHOUT ROWID;
CREATE INDEX session_by_person ON session (org, person);

CREATE TABLE sign_in_code (
    token       TEXT PRIMARY KEY,
    email_key   TEXT NOT NULL,
    code        TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX sign_in_code_by_email ON sign_in_code (email_key, made_at);

-- One person, one obligation. Looking at it changes nothing.
CREATE TABLE mail_link (
    token       TEXT PRIMARY KEY,
    org         TEXT NOT NULL,
    person      TEXT NOT NULL,
    leads_to    TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX mail_link_by_person ON mail_link (org, person);

CREATE TABLE passkey (
    org             TEXT NOT NULL,
    -- base64url of the credential id
    id              TEXT NOT NULL,
    person          TEXT NOT NULL,
    name            TEXT NOT NULL,
    -- what the sign-in library keeps
    credential      TEXT NOT NULL,
    -- the COSE key and the attestation object, as they came
    key             BLOB NOT NULL,
    attestation     BLOB NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backed_up       BOOLEAN NOT NULL,
    enrolled_at     BIGINT NOT NULL,
    enrolled_via    TEXT NOT NULL,
    record          TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX passkey_by_person ON passkey (org, person);
CREATE INDEX passkey_by_id ON passkey (id);

CREATE TABLE passkey_confirmation (
    org           TEXT NOT NULL,
    passkey       TEXT NOT NULL,
    confirmed_by  TEXT NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, passkey, confirmed_by),
    FOREIGN KEY (org, passkey) REFERENCES passkey (org, id)
);
CREATE INDEX passkey_confirmation_by_person ON passkey_confirmation (org, confirmed_by);

CREATE TABLE passkey_revocation (
    org                TEXT NOT NULL,
    passkey            TEXT NOT NULL,
    revoked_by         TEXT NOT NULL,
    revoked_at         BIGINT NOT NULL,
    compromised_since  BIGINT,
    reason             TEXT NOT NULL,
    record             TEXT NOT NULL,
    PRIMARY KEY (org, passkey),
    FOREIGN KEY (org, passkey) REFERENCES passkey (org, id)
);

-- A question put to an authenticator: single use, five minutes.
CREATE TABLE ceremony (
    id          TEXT PRIMARY KEY,
    org         TEXT,
    person      TEXT,
    purpose     TEXT NOT NULL,
    subject     TEXT,
    state       TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT
);

-- How often something was tried, for limits that hold across nodes.
CREATE TABLE attempt (
    what    TEXT NOT NULL,
    who     TEXT NOT NULL,
    minute  BIGINT NOT NULL,
    count   BIGINT NOT NULL,
    PRIMARY KEY (what, who, minute)
);

CREATE TABLE api_token (
    token       TEXT PRIMARY KEY,
    org         TEXT NOT NULL,
    person      TEXT NOT NULL,
    name        TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    ended_at    BIGINT,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX api_token_by_person ON api_token (org, person);

-- Signing in. Only digests of tokens are kept; a stolen database opens no session.

CREATE TABLE session (
    token       TEXT COLLATE "C" PRIMARY KEY,
    org         TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    -- passkey, code, link, setup, demo
    method      TEXT COLLATE "C" NOT NULL,
    -- a mail link opens one obligation only: its address
    scope       TEXT COLLATE "C",
    started_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    ended_at    BIGINT,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX session_by_person ON session (org, person);

CREATE TABLE sign_in_code (
    token       TEXT COLLATE "C" PRIMARY KEY,
    email_key   TEXT COLLATE "C" NOT NULL,
    code        TEXT COLLATE "C" NOT NULL,
    made_at     BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX sign_in_code_by_email ON sign_in_code (email_key, made_at);

-- One person, one obligation. Looking at it changes nothing.
CREATE TABLE mail_link (
    token       TEXT COLLATE "C" PRIMARY KEY,
    org         TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    leads_to    TEXT COLLATE "C" NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX mail_link_by_person ON mail_link (org, person);

CREATE TABLE passkey (
    org             TEXT COLLATE "C" NOT NULL,
    -- base64url of the credential id
    id              TEXT COLLATE "C" NOT NULL,
    person          TEXT COLLATE "C" NOT NULL,
    name            TEXT COLLATE "C" NOT NULL,
    -- what the sign-in library keeps
    credential      TEXT COLLATE "C" NOT NULL,
    -- the COSE key and the attestation object, as they came
    key             BYTEA NOT NULL,
    attestation     BYTEA NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backed_up       BOOLEAN NOT NULL,
    enrolled_at     BIGINT NOT NULL,
    enrolled_via    TEXT COLLATE "C" NOT NULL,
    record          TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX passkey_by_person ON passkey (org, person);
CREATE INDEX passkey_by_id ON passkey (id);

CREATE TABLE passkey_confirmation (
    org           TEXT COLLATE "C" NOT NULL,
    passkey       TEXT COLLATE "C" NOT NULL,
    confirmed_by  TEXT COLLATE "C" NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, passkey, confirmed_by),
    FOREIGN KEY (org, passkey) REFERENCES passkey (org, id)
);
CREATE INDEX passkey_confirmation_by_person ON passkey_confirmation (org, confirmed_by);

CREATE TABLE passkey_revocation (
    org                TEXT COLLATE "C" NOT NULL,
    passkey            TEXT COLLATE "C" NOT NULL,
    revoked_by         TEXT COLLATE "C" NOT NULL,
    revoked_at         BIGINT NOT NULL,
    compromised_since  BIGINT,
    reason             TEXT COLLATE "C" NOT NULL,
    record             TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, passkey),
    FOREIGN KEY (org, passkey) REFERENCES passkey (org, id)
);

-- A question put to an authenticator: single use, five minutes.
CREATE TABLE ceremony (
    id          TEXT COLLATE "C" PRIMARY KEY,
    org         TEXT COLLATE "C",
    person      TEXT COLLATE "C",
    purpose     TEXT COLLATE "C" NOT NULL,
    subject     TEXT COLLATE "C",
    state       TEXT COLLATE "C" NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT
);

-- How often something was tried, for limits that hold across nodes.
CREATE TABLE attempt (
    what    TEXT COLLATE "C" NOT NULL,
    who     TEXT COLLATE "C" NOT NULL,
    minute  BIGINT NOT NULL,
    count   BIGINT NOT NULL,
    PRIMARY KEY (what, who, minute)
);

CREATE TABLE api_token (
    token       TEXT COLLATE "C" PRIMARY KEY,
    org         TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    ended_at    BIGINT,
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX api_token_by_person ON api_token (org, person);

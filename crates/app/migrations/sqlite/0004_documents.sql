-- Governed documents: a statement now; policies, minutes and plans are documents too.

CREATE TABLE document (
    org         TEXT NOT NULL REFERENCES organisation (id),
    id          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    language    TEXT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX document_by_kind ON document (org, kind, created_at);

-- The text being written; the only thing here that is overwritten, because nobody saw it yet.
CREATE TABLE draft (
    org        TEXT NOT NULL,
    document   TEXT NOT NULL,
    text       TEXT NOT NULL,
    author     TEXT NOT NULL,
    -- everybody who ever saved it: none of them confirms its contents
    authors    TEXT NOT NULL,
    saved_at   BIGINT NOT NULL,
    PRIMARY KEY (org, document),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);

-- Exact bytes, for ever.
CREATE TABLE version (
    org            TEXT NOT NULL,
    document       TEXT NOT NULL,
    number         BIGINT NOT NULL,
    title          TEXT NOT NULL,
    language       TEXT NOT NULL,
    text           TEXT NOT NULL,
    digest         TEXT NOT NULL,
    author         TEXT NOT NULL,
    authors        TEXT NOT NULL,
    change         TEXT NOT NULL,
    effective_on   TEXT,
    next_review_on TEXT,
    made_at        BIGINT NOT NULL,
    PRIMARY KEY (org, document, number),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);
CREATE TRIGGER version_never_update BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'version is append-only'); END;
CREATE TRIGGER version_never_delete BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'version is append-only'); END;

-- One of the required contents, found in exactly this text by somebody who did not write it.
CREATE TABLE contents_confirmation (
    org           TEXT NOT NULL,
    document      TEXT NOT NULL,
    digest        TEXT NOT NULL,
    item          BIGINT NOT NULL,
    -- where the text has it
    heading       TEXT NOT NULL,
    confirmed_by  TEXT NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, document, digest, item, confirmed_by),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);

CREATE TABLE signature_request (
    org           TEXT NOT NULL,
    id            TEXT NOT NULL,
    document      TEXT NOT NULL,
    version       BIGINT NOT NULL,
    signatory     TEXT NOT NULL,
    appointment   TEXT NOT NULL,
    requested_by  TEXT NOT NULL,
    requested_at  BIGINT NOT NULL,
    due_on        TEXT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX signature_request_by_signatory ON signature_request (org, signatory);
CREATE INDEX signature_request_by_version ON signature_request (org, document, version);

CREATE TABLE signature (
    org                TEXT NOT NULL,
    request            TEXT NOT NULL,
    document           TEXT NOT NULL,
    version            BIGINT NOT NULL,
    digest             TEXT NOT NULL,
    person             TEXT NOT NULL,
    appointment        TEXT NOT NULL,
    level              TEXT NOT NULL,
    method             TEXT NOT NULL,
    words              TEXT NOT NULL,
    language           TEXT NOT NULL,
    -- the answer to "what changed this year?", in the signatory's own words
    changed_this_year  TEXT,
    -- L2 only: everything that a verifier needs
    intent             BLOB,
    client_data        BLOB,
    authenticator_data BLOB,
    assertion          BLOB,
    passkey            TEXT,
    signed_at          BIGINT NOT NULL,
    record             TEXT NOT NULL,
    PRIMARY KEY (org, request),
    FOREIGN KEY (org, request) REFERENCES signature_request (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX signature_by_version ON signature (org, document, version);
CREATE INDEX signature_by_record ON signature (org, record);
CREATE TRIGGER signature_never_update BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;
CREATE TRIGGER signature_never_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;

-- Equal to signing: declining, with the reason. Withdrawing a request ends it too.
CREATE TABLE refusal (
    org         TEXT NOT NULL,
    request     TEXT NOT NULL,
    person      TEXT NOT NULL,
    -- declined by the signatory, withdrawn by whoever directs
    outcome     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    refused_at  BIGINT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, request),
    FOREIGN KEY (org, request) REFERENCES signature_request (org, id)
);

CREATE TABLE question (
    org       TEXT NOT NULL,
    id        TEXT NOT NULL,
    -- a signature request or a publication
    about     TEXT NOT NULL,
    asked_by  TEXT NOT NULL,
    text      TEXT NOT NULL,
    asked_at  BIGINT NOT NULL,
    record    TEXT NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX question_by_about ON question (org, about);

CREATE TABLE answer (
    org          TEXT NOT NULL,
    question     TEXT NOT NULL,
    answered_by  TEXT NOT NULL,
    text         TEXT NOT NULL,
    answered_at  BIGINT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (org, question),
    FOREIGN KEY (org, question) REFERENCES question (org, id)
);

CREATE TABLE publication (
    org           TEXT NOT NULL,
    id            TEXT NOT NULL,
    document      TEXT NOT NULL,
    version       BIGINT NOT NULL,
    audience      TEXT NOT NULL,
    due_days      BIGINT NOT NULL,
    published_by  TEXT NOT NULL,
    published_at  BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, document, version),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);

CREATE TABLE withdrawal (
    org           TEXT NOT NULL,
    publication   TEXT NOT NULL,
    reason        TEXT NOT NULL,
    withdrawn_by  TEXT NOT NULL,
    withdrawn_at  BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, publication),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

-- This person owes this act by this day, because of this publication.
CREATE TABLE assignment (
    org          TEXT NOT NULL,
    publication  TEXT NOT NULL,
    person       TEXT NOT NULL,
    because      TEXT NOT NULL,
    assigned_at  BIGINT NOT NULL,
    due_on       TEXT NOT NULL,
    -- the last day of an earlier version that the person had let pass when this one was published
    late_since   TEXT,
    PRIMARY KEY (org, publication, person),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
) WITHOUT ROWID;
CREATE INDEX assignment_by_person ON assignment (org, person);
CREATE INDEX assignment_by_time ON assignment (org, assigned_at);
CREATE INDEX assignment_by_due ON assignment (org, publication, due_on);

CREATE TABLE acknowledgement (
    org              TEXT NOT NULL,
    publication      TEXT NOT NULL,
    person           TEXT NOT NULL,
    id               TEXT NOT NULL,
    digest           TEXT NOT NULL,
    level            TEXT NOT NULL,
    method           TEXT NOT NULL,
    words            TEXT NOT NULL,
    language         TEXT NOT NULL,
    acknowledged_at  BIGINT NOT NULL,
    record           TEXT NOT NULL,
    PRIMARY KEY (org, publication, person),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
) WITHOUT ROWID;
CREATE INDEX acknowledgement_by_person ON acknowledgement (org, person);
CREATE TRIGGER acknowledgement_never_update BEFORE UPDATE ON acknowledgement
BEGIN SELECT RAISE(ABORT, 'acknowledgement is append-only'); END;
CREATE TRIGGER acknowledgement_never_delete BEFORE DELETE ON acknowledgement
BEGIN SELECT RAISE(ABORT, 'acknowledgement is append-only'); END;

-- Equal to acknowledging: declining, with the reason. It is never an acknowledgement.
CREATE TABLE declining (
    org          TEXT NOT NULL,
    id           TEXT NOT NULL,
    publication  TEXT NOT NULL,
    person       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    declined_at  BIGINT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX declining_by_assignment ON declining (org, publication, person);
CREATE TRIGGER declining_never_update BEFORE UPDATE ON declining
BEGIN SELECT RAISE(ABORT, 'declining is append-only'); END;
CREATE TRIGGER declining_never_delete BEFORE DELETE ON declining
BEGIN SELECT RAISE(ABORT, 'declining is append-only'); END;

-- What somebody else decided on it: spoken-with and accepted-as-gap let it stand, asked-again ends it.
CREATE TABLE declining_decision (
    org         TEXT NOT NULL,
    declining   TEXT NOT NULL,
    decision    TEXT NOT NULL,
    words       TEXT NOT NULL,
    decided_by  TEXT NOT NULL,
    decided_at  BIGINT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, record),
    FOREIGN KEY (org, declining) REFERENCES declining (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX declining_decision_by_declining ON declining_decision (org, declining);
CREATE TRIGGER declining_decision_never_update BEFORE UPDATE ON declining_decision
BEGIN SELECT RAISE(ABORT, 'declining_decision is append-only'); END;
CREATE TRIGGER declining_decision_never_delete BEFORE DELETE ON declining_decision
BEGIN SELECT RAISE(ABORT, 'declining_decision is append-only'); END;

-- Told, reminded, nudged; once for each step, so that a job that runs twice tells once.
CREATE TABLE reminder (
    org          TEXT NOT NULL,
    publication  TEXT NOT NULL,
    person       TEXT NOT NULL,
    -- told, reminded, nudged; escalated is the letter to the line manager
    kind         TEXT NOT NULL,
    -- the step of the schedule; for a nudge its day
    number       BIGINT NOT NULL,
    sent_to      TEXT NOT NULL,
    asked_by     TEXT,
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (org, publication, person, kind, number),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person)
) WITHOUT ROWID;

-- That somebody was reminded of a review or a signature, so that nobody is told twice.
CREATE TABLE document_reminder (
    org      TEXT NOT NULL REFERENCES organisation (id),
    -- a publication or a signature request
    about    TEXT NOT NULL,
    what     TEXT NOT NULL,
    person   TEXT NOT NULL,
    sent_at  BIGINT NOT NULL,
    PRIMARY KEY (org, about, what, person)
);

-- Everybody who owed on this day was reminded by this step: nobody needs to look again.
CREATE TABLE reminder_round (
    org          TEXT NOT NULL,
    publication  TEXT NOT NULL,
    due_on       TEXT NOT NULL,
    step         BIGINT NOT NULL,
    reminded     BIGINT NOT NULL,
    done_at      BIGINT NOT NULL,
    PRIMARY KEY (org, publication, due_on, step),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

-- Reminders of a publication stopped and begun again; the latest row holds.
CREATE TABLE reminder_switch (
    org          TEXT NOT NULL,
    publication  TEXT NOT NULL,
    switched_at  BIGINT NOT NULL,
    stops        BOOLEAN NOT NULL,
    reason       TEXT NOT NULL,
    switched_by  TEXT NOT NULL,
    PRIMARY KEY (org, publication, switched_at),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

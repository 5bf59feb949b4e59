-- Governed documents: a statement now; policies, minutes and plans are documents too.

CREATE TABLE document (
    org         TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id          TEXT COLLATE "C" NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    title       TEXT COLLATE "C" NOT NULL,
    language    TEXT COLLATE "C" NOT NULL,
    created_by  TEXT COLLATE "C" NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX document_by_kind ON document (org, kind, created_at);

-- The text being written; the only thing here that is overwritten, because nobody saw it yet.
CREATE TABLE draft (
    org        TEXT COLLATE "C" NOT NULL,
    document   TEXT COLLATE "C" NOT NULL,
    text       TEXT COLLATE "C" NOT NULL,
    author     TEXT COLLATE "C" NOT NULL,
    -- everybody who ever saved it: none of them confirms its contents
    authors    TEXT COLLATE "C" NOT NULL,
    saved_at   BIGINT NOT NULL,
    PRIMARY KEY (org, document),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);

-- Exact bytes, for ever.
CREATE TABLE version (
    org            TEXT COLLATE "C" NOT NULL,
    document       TEXT COLLATE "C" NOT NULL,
    number         BIGINT NOT NULL,
    title          TEXT COLLATE "C" NOT NULL,
    language       TEXT COLLATE "C" NOT NULL,
    text           TEXT COLLATE "C" NOT NULL,
    digest         TEXT COLLATE "C" NOT NULL,
    author         TEXT COLLATE "C" NOT NULL,
    authors        TEXT COLLATE "C" NOT NULL,
    change         TEXT COLLATE "C" NOT NULL,
    effective_on   TEXT COLLATE "C",
    next_review_on TEXT COLLATE "C",
    made_at        BIGINT NOT NULL,
    PRIMARY KEY (org, document, number),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);
CREATE TRIGGER version_append_only BEFORE UPDATE OR DELETE ON version
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER version_never_truncate BEFORE TRUNCATE ON version
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- One of the required contents, found in exactly this text by somebody who did not write it.
CREATE TABLE contents_confirmation (
    org           TEXT COLLATE "C" NOT NULL,
    document      TEXT COLLATE "C" NOT NULL,
    digest        TEXT COLLATE "C" NOT NULL,
    item          BIGINT NOT NULL,
    -- where the text has it
    heading       TEXT COLLATE "C" NOT NULL,
    confirmed_by  TEXT COLLATE "C" NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, document, digest, item, confirmed_by),
    FOREIGN KEY (org, document) REFERENCES document (org, id)
);

CREATE TABLE signature_request (
    org           TEXT COLLATE "C" NOT NULL,
    id            TEXT COLLATE "C" NOT NULL,
    document      TEXT COLLATE "C" NOT NULL,
    version       BIGINT NOT NULL,
    signatory     TEXT COLLATE "C" NOT NULL,
    appointment   TEXT COLLATE "C" NOT NULL,
    requested_by  TEXT COLLATE "C" NOT NULL,
    requested_at  BIGINT NOT NULL,
    due_on        TEXT COLLATE "C" NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX signature_request_by_signatory ON signature_request (org, signatory);
CREATE INDEX signature_request_by_version ON signature_request (org, document, version);

CREATE TABLE signature (
    org                TEXT COLLATE "C" NOT NULL,
    request            TEXT COLLATE "C" NOT NULL,
    document           TEXT COLLATE "C" NOT NULL,
    version            BIGINT NOT NULL,
    digest             TEXT COLLATE "C" NOT NULL,
    person             TEXT COLLATE "C" NOT NULL,
    appointment        TEXT COLLATE "C" NOT NULL,
    level              TEXT COLLATE "C" NOT NULL,
    method             TEXT COLLATE "C" NOT NULL,
    words              TEXT COLLATE "C" NOT NULL,
    language           TEXT COLLATE "C" NOT NULL,
    -- the answer to "what changed this year?", in the signatory's own words
    changed_this_year  TEXT COLLATE "C",
    -- L2 only: everything that a verifier needs
    intent             BYTEA,
    client_data        BYTEA,
    authenticator_data BYTEA,
    assertion          BYTEA,
    passkey            TEXT COLLATE "C",
    signed_at          BIGINT NOT NULL,
    record             TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, request),
    FOREIGN KEY (org, request) REFERENCES signature_request (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX signature_by_version ON signature (org, document, version);
CREATE INDEX signature_by_record ON signature (org, record);
CREATE TRIGGER signature_append_only BEFORE UPDATE OR DELETE ON signature
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER signature_never_truncate BEFORE TRUNCATE ON signature
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Equal to signing: declining, with the reason. Withdrawing a request ends it too.
CREATE TABLE refusal (
    org         TEXT COLLATE "C" NOT NULL,
    request     TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    -- declined by the signatory, withdrawn by whoever directs
    outcome     TEXT COLLATE "C" NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    refused_at  BIGINT NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, request),
    FOREIGN KEY (org, request) REFERENCES signature_request (org, id)
);

CREATE TABLE question (
    org       TEXT COLLATE "C" NOT NULL,
    id        TEXT COLLATE "C" NOT NULL,
    -- a signature request or a publication
    about     TEXT COLLATE "C" NOT NULL,
    asked_by  TEXT COLLATE "C" NOT NULL,
    text      TEXT COLLATE "C" NOT NULL,
    asked_at  BIGINT NOT NULL,
    record    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX question_by_about ON question (org, about);

CREATE TABLE answer (
    org          TEXT COLLATE "C" NOT NULL,
    question     TEXT COLLATE "C" NOT NULL,
    answered_by  TEXT COLLATE "C" NOT NULL,
    text         TEXT COLLATE "C" NOT NULL,
    answered_at  BIGINT NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, question),
    FOREIGN KEY (org, question) REFERENCES question (org, id)
);

CREATE TABLE publication (
    org           TEXT COLLATE "C" NOT NULL,
    id            TEXT COLLATE "C" NOT NULL,
    document      TEXT COLLATE "C" NOT NULL,
    version       BIGINT NOT NULL,
    audience      TEXT COLLATE "C" NOT NULL,
    due_days      BIGINT NOT NULL,
    published_by  TEXT COLLATE "C" NOT NULL,
    published_at  BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, document, version),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);

CREATE TABLE withdrawal (
    org           TEXT COLLATE "C" NOT NULL,
    publication   TEXT COLLATE "C" NOT NULL,
    reason        TEXT COLLATE "C" NOT NULL,
    withdrawn_by  TEXT COLLATE "C" NOT NULL,
    withdrawn_at  BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, publication),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

-- This person owes this act by this day, because of this publication.
CREATE TABLE assignment (
    org          TEXT COLLATE "C" NOT NULL,
    publication  TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    because      TEXT COLLATE "C" NOT NULL,
    assigned_at  BIGINT NOT NULL,
    due_on       TEXT COLLATE "C" NOT NULL,
    -- the last day of an earlier version that the person had let pass when this one was published
    late_since   TEXT COLLATE "C",
    PRIMARY KEY (org, publication, person),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX assignment_by_person ON assignment (org, person);
CREATE INDEX assignment_by_time ON assignment (org, assigned_at);
CREATE INDEX assignment_by_due ON assignment (org, publication, due_on);

CREATE TABLE acknowledgement (
    org              TEXT COLLATE "C" NOT NULL,
    publication      TEXT COLLATE "C" NOT NULL,
    person           TEXT COLLATE "C" NOT NULL,
    id               TEXT COLLATE "C" NOT NULL,
    digest           TEXT COLLATE "C" NOT NULL,
    level            TEXT COLLATE "C" NOT NULL,
    method           TEXT COLLATE "C" NOT NULL,
    words            TEXT COLLATE "C" NOT NULL,
    language         TEXT COLLATE "C" NOT NULL,
    acknowledged_at  BIGINT NOT NULL,
    record           TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, publication, person),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX acknowledgement_by_person ON acknowledgement (org, person);
CREATE TRIGGER acknowledgement_append_only BEFORE UPDATE OR DELETE ON acknowledgement
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER acknowledgement_never_truncate BEFORE TRUNCATE ON acknowledgement
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Equal to acknowledging: declining, with the reason. It is never an acknowledgement.
CREATE TABLE declining (
    org          TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    publication  TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    declined_at  BIGINT NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX declining_by_assignment ON declining (org, publication, person);
CREATE TRIGGER declining_append_only BEFORE UPDATE OR DELETE ON declining
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declining_never_truncate BEFORE TRUNCATE ON declining
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What somebody else decided on it: spoken-with and accepted-as-gap let it stand, asked-again ends it.
CREATE TABLE declining_decision (
    org         TEXT COLLATE "C" NOT NULL,
    declining   TEXT COLLATE "C" NOT NULL,
    decision    TEXT COLLATE "C" NOT NULL,
    words       TEXT COLLATE "C" NOT NULL,
    decided_by  TEXT COLLATE "C" NOT NULL,
    decided_at  BIGINT NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, record),
    FOREIGN KEY (org, declining) REFERENCES declining (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX declining_decision_by_declining ON declining_decision (org, declining);
CREATE TRIGGER declining_decision_append_only BEFORE UPDATE OR DELETE ON declining_decision
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER declining_decision_never_truncate BEFORE TRUNCATE ON declining_decision
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Told, reminded, nudged; once for each step, so that a job that runs twice tells once.
CREATE TABLE reminder (
    org          TEXT COLLATE "C" NOT NULL,
    publication  TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    -- told, reminded, nudged; escalated is the letter to the line manager
    kind         TEXT COLLATE "C" NOT NULL,
    -- the step of the schedule; for a nudge its day
    number       BIGINT NOT NULL,
    sent_to      TEXT COLLATE "C" NOT NULL,
    asked_by     TEXT COLLATE "C",
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (org, publication, person, kind, number),
    FOREIGN KEY (org, publication, person) REFERENCES assignment (org, publication, person)
);

-- That somebody was reminded of a review or a signature, so that nobody is told twice.
CREATE TABLE document_reminder (
    org      TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    -- a publication or a signature request
    about    TEXT COLLATE "C" NOT NULL,
    what     TEXT COLLATE "C" NOT NULL,
    person   TEXT COLLATE "C" NOT NULL,
    sent_at  BIGINT NOT NULL,
    PRIMARY KEY (org, about, what, person)
);

-- Everybody who owed on this day was reminded by this step: nobody needs to look again.
CREATE TABLE reminder_round (
    org          TEXT COLLATE "C" NOT NULL,
    publication  TEXT COLLATE "C" NOT NULL,
    due_on       TEXT COLLATE "C" NOT NULL,
    step         BIGINT NOT NULL,
    reminded     BIGINT NOT NULL,
    done_at      BIGINT NOT NULL,
    PRIMARY KEY (org, publication, due_on, step),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

-- Reminders of a publication stopped and begun again; the latest row holds.
CREATE TABLE reminder_switch (
    org          TEXT COLLATE "C" NOT NULL,
    publication  TEXT COLLATE "C" NOT NULL,
    switched_at  BIGINT NOT NULL,
    stops        BOOLEAN NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    switched_by  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, publication, switched_at),
    FOREIGN KEY (org, publication) REFERENCES publication (org, id)
);

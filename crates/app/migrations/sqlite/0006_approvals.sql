-- Approval by several: a version goes through stages, and holds once each has its quorum.

CREATE TABLE approval_round (
    org           TEXT NOT NULL,
    id            TEXT NOT NULL,
    document      TEXT NOT NULL,
    version       BIGINT NOT NULL,
    -- how much it changes, as whoever asks proposes it
    change        TEXT NOT NULL,
    -- of the approval matrix that was in force
    matrix        TEXT,
    requested_by  TEXT NOT NULL,
    requested_at  BIGINT NOT NULL,
    due_on        TEXT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX approval_round_by_version ON approval_round (org, document, version);
CREATE TRIGGER approval_round_never_update BEFORE UPDATE ON approval_round
BEGIN SELECT RAISE(ABORT, 'approval_round is append-only'); END;
CREATE TRIGGER approval_round_never_delete BEFORE DELETE ON approval_round
BEGIN SELECT RAISE(ABORT, 'approval_round is append-only'); END;

-- Who is asked at which stage. Nobody approves what they asked for.
CREATE TABLE approval_step (
    org           TEXT NOT NULL,
    round         TEXT NOT NULL,
    stage         BIGINT NOT NULL,
    quorum        BIGINT NOT NULL CHECK (quorum > 0),
    person        TEXT NOT NULL,
    appointment   TEXT NOT NULL,
    delegation    TEXT,
    requested_by  TEXT NOT NULL,
    CHECK (person <> requested_by),
    PRIMARY KEY (org, round, person),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE TRIGGER approval_step_never_update BEFORE UPDATE ON approval_step
BEGIN SELECT RAISE(ABORT, 'approval_step is append-only'); END;
CREATE TRIGGER approval_step_never_delete BEFORE DELETE ON approval_step
BEGIN SELECT RAISE(ABORT, 'approval_step is append-only'); END;

-- What each duty of the text takes, as it is laid before the approvers.
CREATE TABLE duty_resourcing (
    org         TEXT NOT NULL,
    round       TEXT NOT NULL,
    position    BIGINT NOT NULL,
    duty        TEXT NOT NULL,
    resourcing  TEXT NOT NULL,
    because     TEXT NOT NULL,
    until_on    TEXT,
    PRIMARY KEY (org, round, position),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id)
);
CREATE TRIGGER duty_resourcing_never_update BEFORE UPDATE ON duty_resourcing
BEGIN SELECT RAISE(ABORT, 'duty_resourcing is append-only'); END;
CREATE TRIGGER duty_resourcing_never_delete BEFORE DELETE ON duty_resourcing
BEGIN SELECT RAISE(ABORT, 'duty_resourcing is append-only'); END;

ALTER TABLE signature_request ADD COLUMN round TEXT;
ALTER TABLE signature_request ADD COLUMN delegation TEXT;
ALTER TABLE signature ADD COLUMN change TEXT;
ALTER TABLE signature ADD COLUMN delegation TEXT;
CREATE INDEX signature_request_by_round ON signature_request (org, round);

-- A version that everybody it needs has signed: the single signatory of a statement, or the last
-- approval that a round needed.
CREATE TABLE approval (
    org          TEXT NOT NULL,
    document     TEXT NOT NULL,
    version      BIGINT NOT NULL,
    round        TEXT,
    -- how much it changes, in the judgement of all who approved
    change       TEXT NOT NULL,
    approved_at  BIGINT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (org, document, version),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE TRIGGER approval_never_update BEFORE UPDATE ON approval
BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;
CREATE TRIGGER approval_never_delete BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'approval is append-only'); END;
-- Authors alone approve nothing.
CREATE TRIGGER approval_by_another BEFORE INSERT ON approval
WHEN NEW.round IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM signature s
    JOIN signature_request q ON q.org = s.org AND q.id = s.request
    JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version
    WHERE s.org = NEW.org AND q.round = NEW.round
      AND s.document = NEW.document AND s.version = NEW.version
      AND ' ' || v.authors || ' ' NOT LIKE '% ' || s.person || ' %')
BEGIN SELECT RAISE(ABORT, 'a version is approved by somebody who did not write it'); END;

INSERT INTO approval (org, document, version, change, approved_at, record)
SELECT s.org, s.document, s.version, v.change, s.signed_at, s.record FROM signature s
JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version;

-- Whoever approves by their office lets another do it, for certain kinds of documents and a time.
CREATE TABLE delegation (
    org          TEXT NOT NULL,
    id           TEXT NOT NULL,
    delegator    TEXT NOT NULL,
    appointment  TEXT NOT NULL,
    delegate     TEXT NOT NULL,
    -- kinds of documents, separated by spaces
    scope        TEXT NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    reason       TEXT NOT NULL,
    given_at     BIGINT NOT NULL,
    record       TEXT NOT NULL,
    CHECK (delegator <> delegate),
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id),
    FOREIGN KEY (org, delegate) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX delegation_by_delegate ON delegation (org, delegate);

CREATE TABLE delegation_end (
    org         TEXT NOT NULL,
    delegation  TEXT NOT NULL,
    reason      TEXT NOT NULL,
    ended_by    TEXT NOT NULL,
    ended_at    BIGINT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, delegation),
    FOREIGN KEY (org, delegation) REFERENCES delegation (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);

-- An approved text was looked at again.
CREATE TABLE review (
    org             TEXT NOT NULL,
    id              TEXT NOT NULL,
    document        TEXT NOT NULL,
    version         BIGINT NOT NULL,
    outcome         TEXT NOT NULL,
    reason          TEXT NOT NULL,
    -- what made it due, other than the calendar
    trigger_note    TEXT,
    next_review_on  TEXT NOT NULL,
    reviewed_by     TEXT NOT NULL,
    reviewed_at     BIGINT NOT NULL,
    record          TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX review_by_document ON review (org, document, reviewed_at);

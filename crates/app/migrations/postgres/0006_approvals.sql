-- Approval by several: a version goes through stages, and holds once each has its quorum.

CREATE TABLE approval_round (
    org           TEXT COLLATE "C" NOT NULL,
    id            TEXT COLLATE "C" NOT NULL,
    document      TEXT COLLATE "C" NOT NULL,
    version       BIGINT NOT NULL,
    -- how much it changes, as whoever asks proposes it
    change        TEXT COLLATE "C" NOT NULL,
    -- of the approval matrix that was in force
    matrix        TEXT COLLATE "C",
    requested_by  TEXT COLLATE "C" NOT NULL,
    requested_at  BIGINT NOT NULL,
    due_on        TEXT COLLATE "C" NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX approval_round_by_version ON approval_round (org, document, version);
CREATE TRIGGER approval_round_append_only BEFORE UPDATE OR DELETE ON approval_round
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER approval_round_never_truncate BEFORE TRUNCATE ON approval_round
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Who is asked at which stage. Nobody approves what they asked for.
CREATE TABLE approval_step (
    org           TEXT COLLATE "C" NOT NULL,
    round         TEXT COLLATE "C" NOT NULL,
    stage         BIGINT NOT NULL,
    quorum        BIGINT NOT NULL CHECK (quorum > 0),
    person        TEXT COLLATE "C" NOT NULL,
    appointment   TEXT COLLATE "C" NOT NULL,
    delegation    TEXT COLLATE "C",
    requested_by  TEXT COLLATE "C" NOT NULL,
    CHECK (person <> requested_by),
    PRIMARY KEY (org, round, person),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE TRIGGER approval_step_append_only BEFORE UPDATE OR DELETE ON approval_step
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER approval_step_never_truncate BEFORE TRUNCATE ON approval_step
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What each duty of the text takes, as it is laid before the approvers.
CREATE TABLE duty_resourcing (
    org         TEXT COLLATE "C" NOT NULL,
    round       TEXT COLLATE "C" NOT NULL,
    position    BIGINT NOT NULL,
    duty        TEXT COLLATE "C" NOT NULL,
    resourcing  TEXT COLLATE "C" NOT NULL,
    because     TEXT COLLATE "C" NOT NULL,
    until_on    TEXT COLLATE "C",
    PRIMARY KEY (org, round, position),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id)
);
CREATE TRIGGER duty_resourcing_append_only BEFORE UPDATE OR DELETE ON duty_resourcing
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER duty_resourcing_never_truncate BEFORE TRUNCATE ON duty_resourcing
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

ALTER TABLE signature_request ADD COLUMN round TEXT COLLATE "C";
ALTER TABLE signature_request ADD COLUMN delegation TEXT COLLATE "C";
ALTER TABLE signature ADD COLUMN change TEXT COLLATE "C";
ALTER TABLE signature ADD COLUMN delegation TEXT COLLATE "C";
CREATE INDEX signature_request_by_round ON signature_request (org, round);

-- A version that everybody it needs has signed: the single signatory of a statement, or the last
-- approval that a round needed.
CREATE TABLE approval (
    org          TEXT COLLATE "C" NOT NULL,
    document     TEXT COLLATE "C" NOT NULL,
    version      BIGINT NOT NULL,
    round        TEXT COLLATE "C",
    -- how much it changes, in the judgement of all who approved
    change       TEXT COLLATE "C" NOT NULL,
    approved_at  BIGINT NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, document, version),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, round) REFERENCES approval_round (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE TRIGGER approval_append_only BEFORE UPDATE OR DELETE ON approval
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER approval_never_truncate BEFORE TRUNCATE ON approval
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
-- Authors alone approve nothing.
CREATE FUNCTION approved_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.round IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM signature s
        JOIN signature_request q ON q.org = s.org AND q.id = s.request
        JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version
        WHERE s.org = NEW.org AND q.round = NEW.round
          AND s.document = NEW.document AND s.version = NEW.version
          AND ' ' || v.authors || ' ' NOT LIKE '% ' || s.person || ' %') THEN
        RAISE EXCEPTION 'a version is approved by somebody who did not write it';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_by_another BEFORE INSERT ON approval
FOR EACH ROW EXECUTE FUNCTION approved_by_another();

INSERT INTO approval (org, document, version, change, approved_at, record)
SELECT s.org, s.document, s.version, v.change, s.signed_at, s.record FROM signature s
JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version;

-- Whoever approves by their office lets another do it, for certain kinds of documents and a time.
CREATE TABLE delegation (
    org          TEXT COLLATE "C" NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    delegator    TEXT COLLATE "C" NOT NULL,
    appointment  TEXT COLLATE "C" NOT NULL,
    delegate     TEXT COLLATE "C" NOT NULL,
    -- kinds of documents, separated by spaces
    scope        TEXT COLLATE "C" NOT NULL,
    first_day    TEXT COLLATE "C" NOT NULL,
    last_day     TEXT COLLATE "C" NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    given_at     BIGINT NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    CHECK (delegator <> delegate),
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id),
    FOREIGN KEY (org, delegate) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX delegation_by_delegate ON delegation (org, delegate);

CREATE TABLE delegation_end (
    org         TEXT COLLATE "C" NOT NULL,
    delegation  TEXT COLLATE "C" NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    ended_by    TEXT COLLATE "C" NOT NULL,
    ended_at    BIGINT NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, delegation),
    FOREIGN KEY (org, delegation) REFERENCES delegation (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);

-- An approved text was looked at again.
CREATE TABLE review (
    org             TEXT COLLATE "C" NOT NULL,
    id              TEXT COLLATE "C" NOT NULL,
    document        TEXT COLLATE "C" NOT NULL,
    version         BIGINT NOT NULL,
    outcome         TEXT COLLATE "C" NOT NULL,
    reason          TEXT COLLATE "C" NOT NULL,
    -- what made it due, other than the calendar
    trigger_note    TEXT COLLATE "C",
    next_review_on  TEXT COLLATE "C" NOT NULL,
    reviewed_by     TEXT COLLATE "C" NOT NULL,
    reviewed_at     BIGINT NOT NULL,
    record          TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, document, version) REFERENCES version (org, document, number),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX review_by_document ON review (org, document, reviewed_at);

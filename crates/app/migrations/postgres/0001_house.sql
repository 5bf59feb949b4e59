-- The house: organisations, records and their leaves, files, jobs, mail, settings.

CREATE TABLE organisation (
    id          TEXT COLLATE "C" PRIMARY KEY,
    name        TEXT COLLATE "C" NOT NULL,
    language    TEXT COLLATE "C" NOT NULL,
    time_zone   TEXT COLLATE "C" NOT NULL,
    -- live, or demonstration: a firm that never was, with simulated times
    purpose     TEXT COLLATE "C" NOT NULL,
    origin      TEXT COLLATE "C" NOT NULL UNIQUE,
    founded_at  BIGINT NOT NULL
);

-- 64 opaque bytes each; the index is given once, by the sequencer, in the order of time, revision
-- and id.
CREATE TABLE leaf (
    org    TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id     TEXT COLLATE "C" NOT NULL,
    bytes  BYTEA NOT NULL CHECK (length(bytes) = 64),
    at     BIGINT NOT NULL,
    rev    BIGINT NOT NULL,
    idx    BIGINT,
    PRIMARY KEY (org, id)
);
CREATE UNIQUE INDEX leaf_by_index ON leaf (org, idx) WHERE idx IS NOT NULL;
CREATE INDEX leaf_pending ON leaf (org, at, rev, id) WHERE idx IS NULL;

-- What a leaf commits to: the canonical bytes, exactly as hashed.
CREATE TABLE record (
    org      TEXT COLLATE "C" NOT NULL,
    id       TEXT COLLATE "C" NOT NULL,
    type     TEXT COLLATE "C" NOT NULL,
    class    BIGINT NOT NULL,
    obj      TEXT COLLATE "C" NOT NULL,
    rev      BIGINT NOT NULL,
    actor    TEXT COLLATE "C" NOT NULL,
    at       BIGINT NOT NULL,
    claimed  BIGINT,
    late     TEXT COLLATE "C",
    hash     BYTEA NOT NULL,
    bytes    BYTEA NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, id) REFERENCES leaf (org, id),
    UNIQUE (org, obj, rev)
);
CREATE INDEX record_by_time ON record (org, at, rev, id);
CREATE INDEX record_by_type ON record (org, type, at, rev, id);
CREATE INDEX record_entered_late ON record (org, id) WHERE claimed IS NOT NULL OR late IS NOT NULL;

-- Kept apart from what it hides, so that erasure is the deletion of a row.
CREATE TABLE salt (
    org    TEXT COLLATE "C" NOT NULL,
    id     TEXT COLLATE "C" NOT NULL,
    bytes  BYTEA NOT NULL CHECK (length(bytes) = 32),
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, id) REFERENCES record (org, id)
);

-- Personal fields of a record: the salted values behind its digests.
CREATE TABLE disclosure (
    org     TEXT COLLATE "C" NOT NULL,
    record  TEXT COLLATE "C" NOT NULL,
    name    TEXT COLLATE "C" NOT NULL,
    text    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, record, name),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE FUNCTION index_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.idx IS NOT NULL OR NEW.idx IS NULL OR NEW.org <> OLD.org OR NEW.id <> OLD.id
        OR NEW.bytes <> OLD.bytes OR NEW.at <> OLD.at OR NEW.rev <> OLD.rev THEN
        RAISE EXCEPTION 'a leaf gets its index once and never changes';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER leaf_index_once BEFORE UPDATE ON leaf FOR EACH ROW EXECUTE FUNCTION index_once();
CREATE TRIGGER leaf_append_only BEFORE DELETE ON leaf
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER leaf_never_truncate BEFORE TRUNCATE ON leaf
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER record_append_only BEFORE UPDATE OR DELETE ON record
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER record_never_truncate BEFORE TRUNCATE ON record
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER salt_append_only BEFORE UPDATE OR DELETE ON salt
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER salt_never_truncate BEFORE TRUNCATE ON salt
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The tree over the leaves. One row an organisation: its lock is the sequencer's lease.
CREATE TABLE log_state (
    org         TEXT COLLATE "C" PRIMARY KEY REFERENCES organisation (id),
    size        BIGINT NOT NULL,
    last_at     BIGINT NOT NULL,
    checkpoint  TEXT COLLATE "C" NOT NULL,
    key         TEXT COLLATE "C" NOT NULL
);

CREATE TABLE tile (
    org    TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    level  BIGINT NOT NULL,
    n      BIGINT NOT NULL,
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (org, level, n)
);

CREATE TABLE checkpoint (
    org   TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    size  BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    note  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, size)
);
CREATE INDEX checkpoint_by_time ON checkpoint (org, at, size);
CREATE TRIGGER checkpoint_append_only BEFORE UPDATE OR DELETE ON checkpoint
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER checkpoint_never_truncate BEFORE TRUNCATE ON checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Bytes are in the file store by their digest; this says whose they are.
CREATE TABLE file (
    org       TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    digest    TEXT COLLATE "C" NOT NULL,
    name      TEXT COLLATE "C" NOT NULL,
    media     TEXT COLLATE "C" NOT NULL,
    bytes     BIGINT NOT NULL,
    added_by  TEXT COLLATE "C",
    added_at  BIGINT NOT NULL,
    PRIMARY KEY (org, digest)
);

CREATE TABLE job (
    id            TEXT COLLATE "C" PRIMARY KEY,
    org           TEXT COLLATE "C" NOT NULL,
    kind          TEXT COLLATE "C" NOT NULL,
    body          TEXT COLLATE "C" NOT NULL,
    unique_key    TEXT COLLATE "C" UNIQUE,
    run_at        BIGINT NOT NULL,
    attempts      BIGINT NOT NULL,
    leased_until  BIGINT,
    done_at       BIGINT,
    failed_at     BIGINT,
    note          TEXT COLLATE "C"
);
CREATE INDEX job_due ON job (run_at, id) WHERE done_at IS NULL AND failed_at IS NULL;

CREATE TABLE letter (
    org         TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id          TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    address     TEXT COLLATE "C" NOT NULL,
    reply_to    TEXT COLLATE "C",
    subject     TEXT COLLATE "C" NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    thread      TEXT COLLATE "C",
    attachment  TEXT COLLATE "C",
    written_at  BIGINT NOT NULL,
    sent_at     BIGINT,
    refused     TEXT COLLATE "C",
    PRIMARY KEY (org, id)
);
CREATE INDEX letter_by_time ON letter (org, written_at, id);

-- Settings of an organisation, every value ever set.
CREATE TABLE setting (
    org     TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    name    TEXT COLLATE "C" NOT NULL,
    value   TEXT COLLATE "C" NOT NULL,
    set_by  TEXT COLLATE "C",
    set_at  BIGINT NOT NULL,
    record  TEXT COLLATE "C",
    PRIMARY KEY (org, name, set_at)
);

-- The one-time link of the first start, as its digest.
CREATE TABLE setup_link (
    token    TEXT COLLATE "C" PRIMARY KEY,
    made_at  BIGINT NOT NULL,
    used_at  BIGINT
);

-- What a request of a program was answered, so that sending it again does not do it again.
CREATE TABLE idempotency (
    org      TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    person   TEXT COLLATE "C" NOT NULL,
    key      TEXT COLLATE "C" NOT NULL,
    request  TEXT COLLATE "C" NOT NULL,
    location TEXT COLLATE "C" NOT NULL,
    body     TEXT COLLATE "C" NOT NULL,
    made_at  BIGINT NOT NULL,
    PRIMARY KEY (org, person, key)
);
CREATE INDEX idempotency_by_time ON idempotency (made_at);

-- The house: organisations, records and their leaves, files, jobs, mail, settings.

CREATE TABLE organisation (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    language    TEXT NOT NULL,
    time_zone   TEXT NOT NULL,
    -- live, or demonstration: a firm that never was, with simulated times
    purpose     TEXT NOT NULL,
    origin      TEXT NOT NULL UNIQUE,
    founded_at  BIGINT NOT NULL
);

-- 64 opaque bytes each; the index is given once, by the sequencer, in the order of time, revision
-- and id.
CREATE TABLE leaf (
    org    TEXT NOT NULL REFERENCES organisation (id),
    id     TEXT NOT NULL,
    bytes  BLOB NOT NULL CHECK (length(bytes) = 64),
    at     BIGINT NOT NULL,
    rev    BIGINT NOT NULL,
    idx    BIGINT,
    PRIMARY KEY (org, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX leaf_by_index ON leaf (org, idx) WHERE idx IS NOT NULL;
-- By the index too, or SQLite would look for those that wait among all leaves.
CREATE INDEX leaf_pending ON leaf (org, idx, at, rev, id) WHERE idx IS NULL;

-- What a leaf commits to: the canonical bytes, exactly as hashed.
CREATE TABLE record (
    org      TEXT NOT NULL,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    class    BIGINT NOT NULL,
    obj      TEXT NOT NULL,
    rev      BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    at       BIGINT NOT NULL,
    claimed  BIGINT,
    late     TEXT,
    hash     BLOB NOT NULL,
    bytes    BLOB NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, id) REFERENCES leaf (org, id),
    UNIQUE (org, obj, rev)
);
CREATE INDEX record_by_time ON record (org, at, rev, id);
CREATE INDEX record_by_type ON record (org, type, at, rev, id);
CREATE INDEX record_entered_late ON record (org, id) WHERE claimed IS NOT NULL OR late IS NOT NULL;

-- Kept apart from what it hides, so that erasure is the deletion of a row.
CREATE TABLE salt (
    org    TEXT NOT NULL,
    id     TEXT NOT NULL,
    bytes  BLOB NOT NULL CHECK (length(bytes) = 32),
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, id) REFERENCES record (org, id)
) WITHOUT ROWID;

-- Personal fields of a record: the salted values behind its digests.
CREATE TABLE disclosure (
    org     TEXT NOT NULL,
    record  TEXT NOT NULL,
    name    TEXT NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (org, record, name),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
) WITHOUT ROWID;

CREATE TRIGGER leaf_index_once BEFORE UPDATE ON leaf
WHEN OLD.idx IS NOT NULL OR NEW.idx IS NULL OR NEW.org <> OLD.org OR NEW.id <> OLD.id
    OR NEW.bytes <> OLD.bytes OR NEW.at <> OLD.at OR NEW.rev <> OLD.rev
BEGIN SELECT RAISE(ABORT, 'a leaf gets its index once and never changes'); END;
CREATE TRIGGER leaf_never_delete BEFORE DELETE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf is append-only'); END;
CREATE TRIGGER record_never_update BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'record is append-only'); END;
CREATE TRIGGER record_never_delete BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'record is append-only'); END;
CREATE TRIGGER salt_never_update BEFORE UPDATE ON salt
BEGIN SELECT RAISE(ABORT, 'salt is append-only'); END;
CREATE TRIGGER salt_never_delete BEFORE DELETE ON salt
BEGIN SELECT RAISE(ABORT, 'salt is append-only'); END;

-- The tree over the leaves. One row an organisation: its lock is the sequencer's lease.
CREATE TABLE log_state (
    org         TEXT PRIMARY KEY REFERENCES organisation (id),
    size        BIGINT NOT NULL,
    last_at     BIGINT NOT NULL,
    checkpoint  TEXT NOT NULL,
    key         TEXT NOT NULL
);

CREATE TABLE tile (
    org    TEXT NOT NULL REFERENCES organisation (id),
    level  BIGINT NOT NULL,
    n      BIGINT NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (org, level, n)
);

CREATE TABLE checkpoint (
    org   TEXT NOT NULL REFERENCES organisation (id),
    size  BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    note  TEXT NOT NULL,
    PRIMARY KEY (org, size)
);
CREATE INDEX checkpoint_by_time ON checkpoint (org, at, size);
CREATE TRIGGER checkpoint_never_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
CREATE TRIGGER checkpoint_never_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;

-- Bytes are in the file store by their digest; this says whose they are.
CREATE TABLE file (
    org       TEXT NOT NULL REFERENCES organisation (id),
    digest    TEXT NOT NULL,
    name      TEXT NOT NULL,
    media     TEXT NOT NULL,
    bytes     BIGINT NOT NULL,
    added_by  TEXT,
    added_at  BIGINT NOT NULL,
    PRIMARY KEY (org, digest)
);

CREATE TABLE job (
    id            TEXT PRIMARY KEY,
    org           TEXT NOT NULL,
    kind          TEXT NOT NULL,
    body          TEXT NOT NULL,
    unique_key    TEXT UNIQUE,
    run_at        BIGINT NOT NULL,
    attempts      BIGINT NOT NULL,
    leased_until  BIGINT,
    done_at       BIGINT,
    failed_at     BIGINT,
    note          TEXT
);
CREATE INDEX job_due ON job (run_at, id) WHERE done_at IS NULL AND failed_at IS NULL;

CREATE TABLE letter (
    org         TEXT NOT NULL REFERENCES organisation (id),
    id          TEXT NOT NULL,
    person      TEXT NOT NULL,
    address     TEXT NOT NULL,
    reply_to    TEXT,
    subject     TEXT NOT NULL,
    text        TEXT NOT NULL,
    thread      TEXT,
    attachment  TEXT,
    written_at  BIGINT NOT NULL,
    sent_at     BIGINT,
    refused     TEXT,
    PRIMARY KEY (org, id)
);
CREATE INDEX letter_by_time ON letter (org, written_at, id);

-- Settings of an organisation, every value ever set.
CREATE TABLE setting (
    org     TEXT NOT NULL REFERENCES organisation (id),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    set_by  TEXT,
    set_at  BIGINT NOT NULL,
    record  TEXT,
    PRIMARY KEY (org, name, set_at)
);

-- The one-time link of the first start, as its digest.
CREATE TABLE setup_link (
    token    TEXT PRIMARY KEY,
    made_at  BIGINT NOT NULL,
    used_at  BIGINT
);

-- What a request of a program was answered, so that sending it again does not do it again.
CREATE TABLE idempotency (
    org      TEXT NOT NULL REFERENCES organisation (id),
    person   TEXT NOT NULL,
    key      TEXT NOT NULL,
    request  TEXT NOT NULL,
    location TEXT NOT NULL,
    body     TEXT NOT NULL,
    made_at  BIGINT NOT NULL,
    PRIMARY KEY (org, person, key)
);
CREATE INDEX idempotency_by_time ON idempotency (made_at);

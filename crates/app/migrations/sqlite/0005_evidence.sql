-- Parameters of rules, and the packs that were issued.

CREATE TABLE parameter_change (
    org         TEXT NOT NULL REFERENCES organisation (id),
    parameter   TEXT NOT NULL,
    value       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    decided_by  TEXT NOT NULL,
    changed_at  BIGINT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, parameter, changed_at)
);

CREATE TABLE pack (
    org        TEXT NOT NULL REFERENCES organisation (id),
    id         TEXT NOT NULL,
    as_of      TEXT NOT NULL,
    size       BIGINT NOT NULL,
    digest     TEXT NOT NULL,
    bytes      BIGINT NOT NULL,
    issued_by  TEXT,
    issued_at  BIGINT NOT NULL,
    record     TEXT NOT NULL,
    PRIMARY KEY (org, id)
);

-- What re-reading the whole log found: the latest time of each finding on a day.
CREATE TABLE log_check (
    org         TEXT NOT NULL REFERENCES organisation (id),
    day         TEXT NOT NULL,
    -- intact, or what does not fit
    finding     TEXT NOT NULL,
    -- the index of the first record that does not fit, where it is one
    place       BIGINT,
    records     BIGINT NOT NULL,
    found_at    BIGINT NOT NULL,
    checked_at  BIGINT NOT NULL,
    PRIMARY KEY (org, day, finding)
);
CREATE INDEX log_check_by_time ON log_check (org, checked_at);

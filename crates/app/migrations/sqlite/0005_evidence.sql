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

-- Parameters of rules, and the packs that were issued.

CREATE TABLE parameter_change (
    org         TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    parameter   TEXT COLLATE "C" NOT NULL,
    value       TEXT COLLATE "C" NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    decided_by  TEXT COLLATE "C" NOT NULL,
    changed_at  BIGINT NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, parameter, changed_at)
);

CREATE TABLE pack (
    org        TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id         TEXT COLLATE "C" NOT NULL,
    as_of      TEXT COLLATE "C" NOT NULL,
    size       BIGINT NOT NULL,
    digest     TEXT COLLATE "C" NOT NULL,
    bytes      BIGINT NOT NULL,
    issued_by  TEXT COLLATE "C",
    issued_at  BIGINT NOT NULL,
    record     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id)
);

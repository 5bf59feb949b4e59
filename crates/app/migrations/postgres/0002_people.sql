-- People, who is top management, and who may do what. State with an author and a date is a row.

CREATE TABLE person (
    org          TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id           TEXT COLLATE "C" NOT NULL,
    -- the id in the HR system, where there is one
    number       TEXT COLLATE "C",
    name         TEXT COLLATE "C" NOT NULL,
    -- folded for search and for finding the same person again
    name_key     TEXT COLLATE "C" NOT NULL,
    email        TEXT COLLATE "C",
    email_key    TEXT COLLATE "C",
    job_title    TEXT COLLATE "C",
    unit         TEXT COLLATE "C",
    manager      TEXT COLLATE "C",
    language     TEXT COLLATE "C",
    contractor   BOOLEAN NOT NULL,
    started_on   TEXT COLLATE "C" NOT NULL,
    joined_at    BIGINT NOT NULL,
    left_on      TEXT COLLATE "C",
    -- since when somebody is gone: the last day was over, or access ended before
    left_at      BIGINT,
    -- the import that brought the person
    import       TEXT COLLATE "C",
    record       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE UNIQUE INDEX person_by_email ON person (org, email_key) WHERE left_at IS NULL;
CREATE INDEX person_by_login ON person (email_key);
CREATE UNIQUE INDEX person_by_number ON person (org, number);
-- With the days, so that a list as at a past day passes over whoever was not there in the index.
CREATE INDEX person_by_name ON person (org, name_key, id, started_on, left_on);
CREATE INDEX person_by_unit ON person (org, unit, name_key, id);
CREATE INDEX person_by_manager ON person (org, manager, name_key, id);
CREATE INDEX person_by_start ON person (org, started_on);
CREATE INDEX person_by_import ON person (org, import) WHERE import IS NOT NULL;
CREATE INDEX person_leaving ON person (org, left_on) WHERE left_on IS NOT NULL AND left_at IS NULL;

-- How many are here and how many were, so that nobody counts a hundred thousand rows for a caption.
CREATE TABLE headcount (
    org   TEXT COLLATE "C" PRIMARY KEY REFERENCES organisation (id),
    here  BIGINT NOT NULL,
    gone  BIGINT NOT NULL
);

-- One fact that changed about a person, when it took effect and when it was recorded. The past is
-- read from it, and so is the undo of an import.
CREATE TABLE person_change (
    org          TEXT COLLATE "C" NOT NULL,
    person       TEXT COLLATE "C" NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    what         TEXT COLLATE "C" NOT NULL,
    before       TEXT COLLATE "C",
    after        TEXT COLLATE "C",
    effective_on TEXT COLLATE "C" NOT NULL,
    changed_at   BIGINT NOT NULL,
    changed_by   TEXT COLLATE "C",
    import       TEXT COLLATE "C",
    PRIMARY KEY (org, person, record, what),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX person_change_by_import ON person_change (org, import);

-- A new address of a member of top management: it counts once somebody confirms it, or when nobody
-- answered in time.
CREATE TABLE address_change (
    org             TEXT COLLATE "C" NOT NULL,
    -- the record that asks for it
    record          TEXT COLLATE "C" NOT NULL,
    person          TEXT COLLATE "C" NOT NULL,
    new_email       TEXT COLLATE "C",
    requested_by    TEXT COLLATE "C",
    requested_at    BIGINT NOT NULL,
    waits_until     BIGINT NOT NULL,
    import          TEXT COLLATE "C",
    settled_at      BIGINT,
    -- confirmed, unanswered, refused, replaced, void
    settlement      TEXT COLLATE "C",
    settled_by      TEXT COLLATE "C",
    settled_record  TEXT COLLATE "C",
    PRIMARY KEY (org, record),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE UNIQUE INDEX address_change_waiting ON address_change (org, person) WHERE settled_at IS NULL;
CREATE INDEX address_change_due ON address_change (waits_until) WHERE settled_at IS NULL;
CREATE INDEX address_change_by_person ON address_change (org, person);

CREATE TABLE people_import (
    org         TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    id          TEXT COLLATE "C" NOT NULL,
    source      TEXT COLLATE "C" NOT NULL,
    file        TEXT COLLATE "C" NOT NULL,
    rows        BIGINT NOT NULL,
    joiners     BIGINT NOT NULL,
    changes     BIGINT NOT NULL,
    leavers     BIGINT NOT NULL,
    imported_by TEXT COLLATE "C",
    imported_at BIGINT NOT NULL,
    undone_at   BIGINT,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE TABLE import_mapping (
    org       TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    headings  TEXT COLLATE "C" NOT NULL,
    mapping   TEXT COLLATE "C" NOT NULL,
    kept_at   BIGINT NOT NULL,
    PRIMARY KEY (org, headings)
);

-- The dated register of top management.
CREATE TABLE appointment (
    org           TEXT COLLATE "C" NOT NULL,
    id            TEXT COLLATE "C" NOT NULL,
    person        TEXT COLLATE "C" NOT NULL,
    body          TEXT COLLATE "C" NOT NULL,
    capacity      TEXT COLLATE "C" NOT NULL,
    from_on       TEXT COLLATE "C" NOT NULL,
    until_on      TEXT COLLATE "C",
    basis         TEXT COLLATE "C" NOT NULL,
    basis_file    TEXT COLLATE "C",
    -- words separated by spaces: iso-top-management nis2-management-body …
    meanings      TEXT COLLATE "C" NOT NULL,
    -- the first entry of the register: there was nobody who could have confirmed it, and it counts
    -- at once; every other counts from its confirmation
    is_first      BOOLEAN NOT NULL,
    recorded_by   TEXT COLLATE "C",
    recorded_at   BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX appointment_by_person ON appointment (org, person);
CREATE UNIQUE INDEX appointment_first ON appointment (org) WHERE is_first;

CREATE TABLE appointment_confirmation (
    org           TEXT COLLATE "C" NOT NULL,
    appointment   TEXT COLLATE "C" NOT NULL,
    confirmed_by  TEXT COLLATE "C" NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, appointment, confirmed_by),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id)
);

CREATE TABLE relief (
    org          TEXT COLLATE "C" NOT NULL,
    appointment  TEXT COLLATE "C" NOT NULL,
    until_on     TEXT COLLATE "C" NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    relieved_by  TEXT COLLATE "C",
    relieved_at  BIGINT NOT NULL,
    record       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, appointment),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id)
);

-- What somebody may do in the product: roles with a beginning and, for outsiders, an end.
CREATE TABLE role_grant (
    org         TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    person      TEXT COLLATE "C" NOT NULL,
    role        TEXT COLLATE "C" NOT NULL,
    from_on     TEXT COLLATE "C" NOT NULL,
    until_on    TEXT COLLATE "C",
    granted_by  TEXT COLLATE "C",
    granted_at  BIGINT NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX role_grant_by_person ON role_grant (org, person);

CREATE TABLE role_end (
    org         TEXT COLLATE "C" NOT NULL,
    role_grant  TEXT COLLATE "C" NOT NULL,
    ended_by    TEXT COLLATE "C",
    ended_at    BIGINT NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, role_grant),
    FOREIGN KEY (org, role_grant) REFERENCES role_grant (org, id)
);

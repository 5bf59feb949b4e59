-- People, who is top management, and who may do what. State with an author and a date is a row.

CREATE TABLE person (
    org          TEXT NOT NULL REFERENCES organisation (id),
    id           TEXT NOT NULL,
    -- the id in the HR system, where there is one
    number       TEXT,
    name         TEXT NOT NULL,
    -- folded for search and for finding the same person again
    name_key     TEXT NOT NULL,
    email        TEXT,
    email_key    TEXT,
    job_title    TEXT,
    unit         TEXT,
    manager      TEXT,
    language     TEXT,
    contractor   BOOLEAN NOT NULL,
    started_on   TEXT NOT NULL,
    joined_at    BIGINT NOT NULL,
    left_on      TEXT,
    -- since when somebody is gone: the last day was over, or access ended before
    left_at      BIGINT,
    -- the import that brought the person
    import       TEXT,
    record       TEXT NOT NULL,
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
    org   TEXT PRIMARY KEY REFERENCES organisation (id),
    here  BIGINT NOT NULL,
    gone  BIGINT NOT NULL
);

-- One fact that changed about a person, when it took effect and when it was recorded. The past is
-- read from it, and so is the undo of an import.
CREATE TABLE person_change (
    org          TEXT NOT NULL,
    person       TEXT NOT NULL,
    record       TEXT NOT NULL,
    what         TEXT NOT NULL,
    before       TEXT,
    after        TEXT,
    effective_on TEXT NOT NULL,
    changed_at   BIGINT NOT NULL,
    changed_by   TEXT,
    import       TEXT,
    PRIMARY KEY (org, person, record, what),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX person_change_by_import ON person_change (org, import);

-- A new address of a member of top management: it counts once somebody confirms it, or when nobody
-- answered in time.
CREATE TABLE address_change (
    org             TEXT NOT NULL,
    -- the record that asks for it
    record          TEXT NOT NULL,
    person          TEXT NOT NULL,
    new_email       TEXT,
    requested_by    TEXT,
    requested_at    BIGINT NOT NULL,
    waits_until     BIGINT NOT NULL,
    import          TEXT,
    settled_at      BIGINT,
    -- confirmed, unanswered, refused, replaced, void
    settlement      TEXT,
    settled_by      TEXT,
    settled_record  TEXT,
    PRIMARY KEY (org, record),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE UNIQUE INDEX address_change_waiting ON address_change (org, person) WHERE settled_at IS NULL;
CREATE INDEX address_change_due ON address_change (waits_until) WHERE settled_at IS NULL;
CREATE INDEX address_change_by_person ON address_change (org, person);

CREATE TABLE people_import (
    org         TEXT NOT NULL REFERENCES organisation (id),
    id          TEXT NOT NULL,
    source      TEXT NOT NULL,
    file        TEXT NOT NULL,
    rows        BIGINT NOT NULL,
    joiners     BIGINT NOT NULL,
    changes     BIGINT NOT NULL,
    leavers     BIGINT NOT NULL,
    imported_by TEXT,
    imported_at BIGINT NOT NULL,
    undone_at   BIGINT,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE TABLE import_mapping (
    org       TEXT NOT NULL REFERENCES organisation (id),
    headings  TEXT NOT NULL,
    mapping   TEXT NOT NULL,
    kept_at   BIGINT NOT NULL,
    PRIMARY KEY (org, headings)
);

-- The dated register of top management.
CREATE TABLE appointment (
    org           TEXT NOT NULL,
    id            TEXT NOT NULL,
    person        TEXT NOT NULL,
    body          TEXT NOT NULL,
    capacity      TEXT NOT NULL,
    from_on       TEXT NOT NULL,
    until_on      TEXT,
    basis         TEXT NOT NULL,
    basis_file    TEXT,
    -- words separated by spaces: iso-top-management nis2-management-body …
    meanings      TEXT NOT NULL,
    -- the first entry of the register: there was nobody who could have confirmed it, and it counts
    -- at once; every other counts from its confirmation
    is_first      BOOLEAN NOT NULL,
    recorded_by   TEXT,
    recorded_at   BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id),
    FOREIGN KEY (org, record) REFERENCES record (org, id)
);
CREATE INDEX appointment_by_person ON appointment (org, person);
CREATE UNIQUE INDEX appointment_first ON appointment (org) WHERE is_first;

CREATE TABLE appointment_confirmation (
    org           TEXT NOT NULL,
    appointment   TEXT NOT NULL,
    confirmed_by  TEXT NOT NULL,
    confirmed_at  BIGINT NOT NULL,
    record        TEXT NOT NULL,
    PRIMARY KEY (org, appointment, confirmed_by),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id)
);

CREATE TABLE relief (
    org          TEXT NOT NULL,
    appointment  TEXT NOT NULL,
    until_on     TEXT NOT NULL,
    reason       TEXT NOT NULL,
    relieved_by  TEXT,
    relieved_at  BIGINT NOT NULL,
    record       TEXT NOT NULL,
    PRIMARY KEY (org, appointment),
    FOREIGN KEY (org, appointment) REFERENCES appointment (org, id)
);

-- What somebody may do in the product: roles with a beginning and, for outsiders, an end.
CREATE TABLE role_grant (
    org         TEXT NOT NULL,
    id          TEXT NOT NULL,
    person      TEXT NOT NULL,
    role        TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    until_on    TEXT,
    granted_by  TEXT,
    granted_at  BIGINT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, person) REFERENCES person (org, id)
);
CREATE INDEX role_grant_by_person ON role_grant (org, person);

CREATE TABLE role_end (
    org         TEXT NOT NULL,
    role_grant  TEXT NOT NULL,
    ended_by    TEXT,
    ended_at    BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    record      TEXT NOT NULL,
    PRIMARY KEY (org, role_grant),
    FOREIGN KEY (org, role_grant) REFERENCES role_grant (org, id)
);

-- Why: a commune holds a citizen day: worksites, people who come together, teams, and what was done.
CREATE TABLE citizen_day (
    id BLOB NOT NULL CONSTRAINT pk_citizen_day PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    day TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    about TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    plan TEXT NULL,
    told_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_citizen_day_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_citizen_day_slug ON citizen_day (slug);
CREATE INDEX ix_citizen_day_territory_id ON citizen_day (territory_id);

CREATE TABLE worksite (
    id BLOB NOT NULL CONSTRAINT pk_worksite PRIMARY KEY,
    day_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    least INTEGER NOT NULL CHECK (least >= 0),
    most INTEGER NOT NULL CHECK (most >= least AND most >= 1),
    about TEXT NOT NULL,
    asks TEXT NOT NULL,
    done TEXT NOT NULL,
    came INTEGER NULL CHECK (came >= 0),
    fact_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_worksite_day_id FOREIGN KEY (day_id) REFERENCES citizen_day (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_worksite_day_id_number ON worksite (day_id, number);

CREATE TABLE sign_up (
    id BLOB NOT NULL CONSTRAINT pk_sign_up PRIMARY KEY,
    day_id BLOB NOT NULL,
    people TEXT NOT NULL,
    wishes TEXT NOT NULL,
    languages TEXT NOT NULL,
    quarter TEXT NOT NULL,
    reach TEXT NOT NULL,
    channel TEXT NOT NULL,
    code TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    walk_in INTEGER NOT NULL,
    withdrawn_at INTEGER NULL,
    site_id BLOB NULL,
    by_hand INTEGER NOT NULL,
    told_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_sign_up_day_id FOREIGN KEY (day_id) REFERENCES citizen_day (id) ON DELETE RESTRICT
);
CREATE INDEX ix_sign_up_day_id ON sign_up (day_id);
CREATE UNIQUE INDEX ix_sign_up_code ON sign_up (code);
CREATE INDEX ix_sign_up_signed_at ON sign_up (signed_at);

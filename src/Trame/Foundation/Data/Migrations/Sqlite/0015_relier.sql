-- Why: what people ask for and offer, held by a code on paper; the words of a space for them; times of crisis; what somebody finds wrong; what could be held where they meet, and who was asked.
CREATE TABLE kind_change (
    id BLOB NOT NULL CONSTRAINT pk_kind_change PRIMARY KEY,
    key TEXT NOT NULL,
    french TEXT NOT NULL,
    english TEXT NOT NULL,
    french_moment TEXT NOT NULL,
    english_moment TEXT NOT NULL,
    together INTEGER NOT NULL,
    is_retired INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_kind_change_key ON kind_change (key);

CREATE TABLE crisis (
    id BLOB NOT NULL CONSTRAINT pk_crisis PRIMARY KEY,
    name TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL CHECK (closes_on >= opens_on),
    services TEXT NOT NULL,
    thanks TEXT NOT NULL,
    closed_at INTEGER NULL,
    version INTEGER NOT NULL
);

CREATE TABLE need (
    id BLOB NOT NULL CONSTRAINT pk_need PRIMARY KEY,
    code TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    contacts TEXT NOT NULL,
    tries TEXT NOT NULL,
    latitude REAL NULL,
    longitude REAL NULL,
    slots TEXT NOT NULL CHECK (length(slots) = 21),
    about TEXT NOT NULL,
    seen_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    ended_at INTEGER NULL,
    crisis_id BLOB NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    said_by TEXT NOT NULL,
    words TEXT NOT NULL,
    brings TEXT NOT NULL,
    age TEXT NOT NULL,
    CONSTRAINT fk_need_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_need_status_said_at ON need (status, said_at);
CREATE INDEX ix_need_code ON need (code);
CREATE INDEX ix_need_territory_id ON need (territory_id);
CREATE INDEX ix_need_ended_at ON need (ended_at);

CREATE TABLE resource (
    id BLOB NOT NULL CONSTRAINT pk_resource PRIMARY KEY,
    code TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    contacts TEXT NOT NULL,
    tries TEXT NOT NULL,
    latitude REAL NULL,
    longitude REAL NULL,
    slots TEXT NOT NULL CHECK (length(slots) = 21),
    about TEXT NOT NULL,
    seen_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    ended_at INTEGER NULL,
    crisis_id BLOB NULL,
    version INTEGER NOT NULL,
    nature TEXT NOT NULL,
    given_by TEXT NOT NULL,
    what TEXT NOT NULL,
    kinds TEXT NOT NULL,
    equipment TEXT NOT NULL,
    organisation_id BLOB NULL,
    place_id BLOB NULL,
    seats INTEGER NULL CHECK (seats > 0),
    per_week INTEGER NOT NULL CHECK (per_week > 0),
    conditions TEXT NOT NULL,
    in_return TEXT NOT NULL,
    wish TEXT NOT NULL,
    CONSTRAINT fk_resource_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_resource_status_said_at ON resource (status, said_at);
CREATE INDEX ix_resource_code ON resource (code);
CREATE INDEX ix_resource_territory_id ON resource (territory_id);
CREATE INDEX ix_resource_ended_at ON resource (ended_at);

CREATE TABLE concern (
    id BLOB NOT NULL CONSTRAINT pk_concern PRIMARY KEY,
    resource_id BLOB NULL,
    opportunity_id BLOB NULL,
    words TEXT NOT NULL,
    reach TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    was_right INTEGER NULL,
    answer TEXT NOT NULL,
    answered_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_concern_told_at ON concern (told_at);

CREATE TABLE opportunity (
    id BLOB NOT NULL CONSTRAINT pk_opportunity PRIMARY KEY,
    key TEXT NOT NULL,
    slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    place_id BLOB NULL,
    moment_id BLOB NULL,
    premises_id BLOB NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 167),
    hours INTEGER NOT NULL CHECK (hours > 0),
    lacks TEXT NULL,
    lacking INTEGER NOT NULL,
    equipment TEXT NOT NULL,
    coverage REAL NOT NULL,
    mixing REAL NOT NULL,
    distance REAL NOT NULL,
    effort REAL NOT NULL,
    seats_left INTEGER NOT NULL,
    within_metres INTEGER NOT NULL,
    need_here INTEGER NOT NULL,
    resource_here INTEGER NOT NULL,
    useful INTEGER NOT NULL,
    expected_mixing REAL NULL,
    ages_said INTEGER NOT NULL,
    stage TEXT NOT NULL,
    trials INTEGER NOT NULL CHECK (trials >= 0),
    steps TEXT NOT NULL,
    learned TEXT NOT NULL,
    made_id BLOB NULL,
    declined_with TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_opportunity_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opportunity_key ON opportunity (key);
CREATE UNIQUE INDEX ix_opportunity_slug ON opportunity (slug);
CREATE INDEX ix_opportunity_territory_id ON opportunity (territory_id);
CREATE INDEX ix_opportunity_stage ON opportunity (stage);

CREATE TABLE opportunity_part (
    id BLOB NOT NULL CONSTRAINT pk_opportunity_part PRIMARY KEY,
    opportunity_id BLOB NOT NULL,
    need_id BLOB NULL,
    resource_id BLOB NULL,
    gives INTEGER NOT NULL,
    minutes REAL NOT NULL,
    asked_by TEXT NULL,
    asked_at INTEGER NULL,
    answer TEXT NOT NULL,
    answered_at INTEGER NULL,
    version INTEGER NOT NULL,
    CHECK ((need_id IS NULL) <> (resource_id IS NULL)),
    CHECK (answer = 'none' OR asked_at IS NOT NULL),
    CONSTRAINT fk_opportunity_part_opportunity_id FOREIGN KEY (opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE,
    CONSTRAINT fk_opportunity_part_need_id FOREIGN KEY (need_id) REFERENCES need (id) ON DELETE RESTRICT,
    CONSTRAINT fk_opportunity_part_resource_id FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opportunity_part_opportunity_id ON opportunity_part (opportunity_id);
CREATE INDEX ix_opportunity_part_need_id ON opportunity_part (need_id);
CREATE INDEX ix_opportunity_part_resource_id ON opportunity_part (resource_id);

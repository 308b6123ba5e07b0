-- The warp (territories, organisations, occasions, people), the weft (facts) and what keeps both honest (history, settings, security journal).
CREATE TABLE fact (
    id BLOB NOT NULL CONSTRAINT pk_fact PRIMARY KEY,
    "at" INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    place_id BLOB NULL,
    organisations TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id BLOB NULL,
    "count" INTEGER NULL,
    marginals TEXT NOT NULL,
    amount_unit TEXT NULL,
    amount_value INTEGER NULL,
    channel TEXT NOT NULL,
    corrects BLOB NULL
);

CREATE TABLE fact_tally (
    territory_id BLOB NOT NULL,
    month INTEGER NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    facts INTEGER NOT NULL,
    people INTEGER NOT NULL,
    CONSTRAINT pk_fact_tally PRIMARY KEY (territory_id, month, kind, channel)
);

CREATE TABLE invitation (
    id BLOB NOT NULL CONSTRAINT pk_invitation PRIMARY KEY,
    token_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    scope_id BLOB NULL,
    invited_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER NULL
);

CREATE TABLE person (
    id BLOB NOT NULL CONSTRAINT pk_person PRIMARY KEY,
    display_name TEXT NOT NULL,
    contacts TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    erased_at INTEGER NULL
);

CREATE TABLE proposal (
    id BLOB NOT NULL CONSTRAINT pk_proposal PRIMARY KEY,
    kind TEXT NOT NULL,
    occasion_id BLOB NULL,
    "values" TEXT NOT NULL,
    source TEXT NOT NULL,
    contact TEXT NOT NULL,
    channel TEXT NOT NULL,
    code TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_at INTEGER NULL,
    answered_by TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE revision (
    id BLOB NOT NULL CONSTRAINT pk_revision PRIMARY KEY,
    subject_type TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    person_id BLOB NULL,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    channel TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL
);

CREATE TABLE security_event (
    id BLOB NOT NULL CONSTRAINT pk_security_event PRIMARY KEY,
    "at" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person_id BLOB NULL,
    by_person_id BLOB NULL,
    detail TEXT NOT NULL
);

-- Knocks that failed, by a hash of what was typed: known or not, a login is treated alike.
CREATE TABLE sign_in_attempt (
    "key" TEXT NOT NULL CONSTRAINT pk_sign_in_attempt PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    blocked_until INTEGER NULL
);

CREATE TABLE setting (
    "key" TEXT NOT NULL CONSTRAINT pk_setting PRIMARY KEY,
    "value" TEXT NOT NULL
);

CREATE TABLE subject_tally (
    subject_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    facts INTEGER NOT NULL,
    people INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    CONSTRAINT pk_subject_tally PRIMARY KEY (subject_id, kind)
);

CREATE TABLE territory (
    id BLOB NOT NULL CONSTRAINT pk_territory PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    parent_id BLOB NULL,
    postal_codes TEXT NOT NULL,
    population INTEGER NULL,
    population_year INTEGER NULL,
    population_source TEXT NULL,
    latitude REAL NULL,
    longitude REAL NULL,
    centroid_source TEXT NULL,
    contour TEXT NULL,
    contour_source TEXT NULL,
    contour_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_territory_parent_id FOREIGN KEY (parent_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE TABLE role_grant (
    id BLOB NOT NULL CONSTRAINT pk_role_grant PRIMARY KEY,
    person_id BLOB NOT NULL,
    role TEXT NOT NULL,
    scope_id BLOB NULL,
    granted_by TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    CONSTRAINT fk_role_grant_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE session (
    id BLOB NOT NULL CONSTRAINT pk_session PRIMARY KEY,
    person_id BLOB NOT NULL,
    token_hash TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    CONSTRAINT fk_session_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE sign_in (
    id BLOB NOT NULL CONSTRAINT pk_sign_in PRIMARY KEY,
    person_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    identifier TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NULL,
    revoked_at INTEGER NULL,
    CONSTRAINT fk_sign_in_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE organisation (
    id BLOB NOT NULL CONSTRAINT pk_organisation PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    codes TEXT NOT NULL,
    address TEXT NULL,
    phone TEXT NULL,
    email TEXT NULL,
    website TEXT NULL,
    source TEXT NOT NULL,
    source_at INTEGER NOT NULL,
    closed_at INTEGER NULL,
    merged_into_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_organisation_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE TABLE territory_code (
    scheme TEXT NOT NULL,
    "value" TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    CONSTRAINT pk_territory_code PRIMARY KEY (scheme, "value"),
    CONSTRAINT fk_territory_code_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE CASCADE
);

CREATE TABLE occasion (
    seq INTEGER PRIMARY KEY, -- what the full-text index points to; SQLite only
    id BLOB NOT NULL CONSTRAINT pk_occasion UNIQUE,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    slug TEXT NOT NULL,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    organisation_id BLOB NULL,
    carrier TEXT NULL,
    fields TEXT NOT NULL,
    audiences TEXT NOT NULL,
    ties TEXT NOT NULL,
    access TEXT NOT NULL,
    acceslibre_url TEXT NULL,
    openness TEXT NULL,
    conditions TEXT NOT NULL,
    cost TEXT NOT NULL,
    cost_note TEXT NOT NULL,
    offers TEXT NOT NULL,
    capacity INTEGER NULL,
    address TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    latitude REAL NULL,
    longitude REAL NULL,
    how_to_come TEXT NOT NULL,
    nearest_stop TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    photos TEXT NOT NULL,
    hours TEXT NOT NULL,
    hours_note TEXT NOT NULL,
    week_mask TEXT NOT NULL,
    itinerant INTEGER NOT NULL,
    stops TEXT NOT NULL,
    starts_on TEXT NULL,
    starts_at TEXT NULL,
    duration_minutes INTEGER NULL,
    ends_on TEXT NULL,
    recurrence TEXT NOT NULL,
    next_at INTEGER NULL,
    status TEXT NOT NULL,
    status_note TEXT NOT NULL,
    source TEXT NOT NULL,
    source_at INTEGER NOT NULL,
    sources TEXT NOT NULL,
    codes TEXT NOT NULL,
    verified_at INTEGER NULL,
    verified_by TEXT NOT NULL,
    merged_into_id BLOB NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    closed_at INTEGER NULL,
    version INTEGER NOT NULL,
    place_id BLOB NULL,
    CONSTRAINT fk_occasion_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_occasion_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_fact_corrects ON fact (corrects);
CREATE INDEX ix_fact_kind_at ON fact (kind, "at");
CREATE INDEX ix_fact_subject_id_at ON fact (subject_id, "at");
CREATE INDEX ix_fact_place_id_at ON fact (place_id, "at");
CREATE INDEX ix_fact_territory_id_at ON fact (territory_id, "at");
CREATE UNIQUE INDEX ix_invitation_token_hash ON invitation (token_hash);
CREATE INDEX ix_occasion_hours ON occasion (hours); -- « open now » evaluates each distinct text once
CREATE UNIQUE INDEX ix_occasion_kind_slug ON occasion (kind, slug);
CREATE INDEX ix_occasion_latitude_longitude ON occasion (latitude, longitude);
CREATE INDEX ix_occasion_merged_into_id ON occasion (merged_into_id);
CREATE INDEX ix_occasion_organisation_id ON occasion (organisation_id);
CREATE INDEX ix_Occasion_place_id ON occasion (place_id);
CREATE INDEX ix_occasion_status_next_at_id ON occasion (status, next_at, id);
CREATE INDEX ix_occasion_status_sort_name_id ON occasion (status, sort_name, id);
CREATE INDEX ix_occasion_territory_id_status ON occasion (territory_id, status);
CREATE UNIQUE INDEX ix_organisation_slug ON organisation (slug);
CREATE INDEX ix_organisation_territory_id ON organisation (territory_id);
CREATE INDEX ix_person_last_seen_at ON person (last_seen_at);
CREATE UNIQUE INDEX ix_proposal_code ON proposal (code);
CREATE INDEX ix_proposal_occasion_id ON proposal (occasion_id);
CREATE INDEX ix_proposal_status_created_at ON proposal (status, created_at);
CREATE INDEX ix_revision_subject_id_at ON revision (subject_id, "at");
CREATE INDEX ix_role_grant_person_id ON role_grant (person_id);
CREATE INDEX ix_security_event_at ON security_event ("at");
CREATE INDEX ix_session_person_id ON session (person_id);
CREATE UNIQUE INDEX ix_session_token_hash ON session (token_hash);
CREATE UNIQUE INDEX ix_sign_in_kind_identifier ON sign_in (kind, identifier);
CREATE INDEX ix_sign_in_person_id ON sign_in (person_id);
CREATE INDEX ix_territory_parent_id ON territory (parent_id);
CREATE UNIQUE INDEX ix_territory_slug ON territory (slug);
CREATE INDEX ix_territory_code_territory_id ON territory_code (territory_id);

-- R12: what happened is never rewritten. A correction is a new fact.
CREATE TRIGGER fact_no_update BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER fact_no_delete BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- Words (already folded and stemmed by us, the same for both databases) and tags of each occasion.
-- Every category but separators is a letter here: words arrive cut by us, and must not be cut again.
CREATE VIRTUAL TABLE occasion_fts USING fts5(words, tags, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");

-- The warp (territories, organisations, occasions, people), the weft (facts) and what keeps both honest (history, settings, security journal).
CREATE TABLE fact (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    kind character varying(60) NOT NULL,
    territory_id uuid NOT NULL,
    place_id uuid,
    organisations text NOT NULL,
    subject_type character varying(30) NOT NULL,
    subject_id uuid,
    count integer,
    marginals text NOT NULL,
    amount_unit character varying(20),
    amount_value bigint,
    channel text NOT NULL,
    corrects uuid,
    CONSTRAINT pk_fact PRIMARY KEY (id)
);

CREATE TABLE fact_tally (
    territory_id uuid NOT NULL,
    month integer NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    facts bigint NOT NULL,
    people bigint NOT NULL,
    CONSTRAINT pk_fact_tally PRIMARY KEY (territory_id, month, kind, channel)
);

CREATE TABLE invitation (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    role text NOT NULL,
    scope_id uuid,
    invited_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_invitation PRIMARY KEY (id)
);

CREATE TABLE person (
    id uuid NOT NULL,
    display_name text NOT NULL,
    contacts text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE proposal (
    id uuid NOT NULL,
    kind text NOT NULL,
    occasion_id uuid,
    values text NOT NULL,
    source text NOT NULL,
    contact text NOT NULL,
    channel text NOT NULL,
    code text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_proposal PRIMARY KEY (id)
);

CREATE TABLE revision (
    id uuid NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id uuid,
    by text NOT NULL,
    reason text NOT NULL,
    channel text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    CONSTRAINT pk_revision PRIMARY KEY (id)
);

CREATE TABLE security_event (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    by_person_id uuid,
    detail text NOT NULL,
    CONSTRAINT pk_security_event PRIMARY KEY (id)
);

-- Knocks that failed, by a hash of what was typed: known or not, a login is treated alike.
CREATE TABLE sign_in_attempt (
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    blocked_until timestamp with time zone,
    CONSTRAINT pk_sign_in_attempt PRIMARY KEY (key)
);

CREATE TABLE setting (
    key text NOT NULL,
    value text NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (key)
);

CREATE TABLE subject_tally (
    subject_id uuid NOT NULL,
    kind text NOT NULL,
    facts bigint NOT NULL,
    people bigint NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_subject_tally PRIMARY KEY (subject_id, kind)
);

CREATE TABLE territory (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    parent_id uuid,
    postal_codes text NOT NULL,
    population integer,
    population_year integer,
    population_source text,
    latitude double precision,
    longitude double precision,
    centroid_source text,
    contour text,
    contour_source text,
    contour_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_territory PRIMARY KEY (id),
    CONSTRAINT fk_territory_parent_id FOREIGN KEY (parent_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE TABLE role_grant (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    scope_id uuid,
    granted_by text NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_role_grant PRIMARY KEY (id),
    CONSTRAINT fk_role_grant_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE session (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    token_hash text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT fk_session_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE sign_in (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    identifier text NOT NULL,
    secret text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_sign_in PRIMARY KEY (id),
    CONSTRAINT fk_sign_in_person_id FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE organisation (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    codes text NOT NULL,
    address text,
    phone text,
    email text,
    website text,
    source text NOT NULL,
    source_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    merged_into_id uuid,
    version integer NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT fk_organisation_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE TABLE territory_code (
    scheme text NOT NULL,
    value text NOT NULL,
    territory_id uuid NOT NULL,
    CONSTRAINT pk_territory_code PRIMARY KEY (scheme, value),
    CONSTRAINT fk_territory_code_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE CASCADE
);

CREATE TABLE occasion (
    id uuid NOT NULL,
    kind text NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    sort_name text COLLATE "C" NOT NULL, -- same order as SQLite, whatever the server's language
    slug text NOT NULL,
    summary text NOT NULL,
    description text NOT NULL,
    territory_id uuid NOT NULL,
    organisation_id uuid,
    carrier text,
    fields text NOT NULL,
    audiences text NOT NULL,
    ties text NOT NULL,
    access text NOT NULL,
    acceslibre_url text,
    openness text,
    conditions text NOT NULL,
    cost text NOT NULL,
    cost_note text NOT NULL,
    offers text NOT NULL,
    capacity integer,
    address text NOT NULL,
    postal_code text NOT NULL,
    latitude double precision,
    longitude double precision,
    how_to_come text NOT NULL,
    nearest_stop text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    website text NOT NULL,
    photos text NOT NULL,
    hours text NOT NULL,
    hours_note text NOT NULL,
    week_mask text NOT NULL,
    itinerant boolean NOT NULL,
    stops text NOT NULL,
    starts_on date,
    starts_at time without time zone,
    duration_minutes integer,
    ends_on date,
    recurrence text NOT NULL,
    next_at timestamp with time zone,
    status text NOT NULL,
    status_note text NOT NULL,
    source text NOT NULL,
    source_at timestamp with time zone NOT NULL,
    sources text NOT NULL,
    codes text NOT NULL,
    verified_at timestamp with time zone,
    verified_by text NOT NULL,
    merged_into_id uuid,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    version integer NOT NULL,
    place_id uuid,
    search tsvector, -- words and tags, written with the row
    CONSTRAINT pk_occasion PRIMARY KEY (id),
    CONSTRAINT fk_occasion_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_occasion_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_fact_corrects ON fact (corrects);
CREATE INDEX ix_fact_kind_at ON fact (kind, at);
CREATE INDEX ix_fact_subject_id_at ON fact (subject_id, at);
CREATE INDEX ix_fact_place_id_at ON fact (place_id, "at");
CREATE INDEX ix_fact_territory_id_at ON fact (territory_id, at);
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
CREATE INDEX ix_revision_subject_id_at ON revision (subject_id, at);
CREATE INDEX ix_role_grant_person_id ON role_grant (person_id);
CREATE INDEX ix_security_event_at ON security_event (at);
CREATE INDEX ix_session_person_id ON session (person_id);
CREATE UNIQUE INDEX ix_session_token_hash ON session (token_hash);
CREATE UNIQUE INDEX ix_sign_in_kind_identifier ON sign_in (kind, identifier);
CREATE INDEX ix_sign_in_person_id ON sign_in (person_id);
CREATE INDEX ix_territory_parent_id ON territory (parent_id);
CREATE UNIQUE INDEX ix_territory_slug ON territory (slug);
CREATE INDEX ix_territory_code_territory_id ON territory_code (territory_id);

-- R12: what happened is never rewritten. A correction is a new fact.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'facts are append-only'; END $$;
CREATE TRIGGER fact_no_change BEFORE UPDATE OR DELETE ON fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Words (already folded and stemmed by us, the same for both databases) and tags of each occasion.
CREATE INDEX ix_occasion_search ON occasion USING gin (search);

-- Why: what people ask for and offer, held by a code on paper; the words of a space for them; times of crisis; what somebody finds wrong; what could be held where they meet, and who was asked.
CREATE TABLE kind_change (
    id uuid NOT NULL CONSTRAINT pk_kind_change PRIMARY KEY,
    key text NOT NULL,
    french text NOT NULL,
    english text NOT NULL,
    french_moment text NOT NULL,
    english_moment text NOT NULL,
    together boolean NOT NULL,
    is_retired boolean NOT NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_kind_change_key ON kind_change (key);

CREATE TABLE crisis (
    id uuid NOT NULL CONSTRAINT pk_crisis PRIMARY KEY,
    name text NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL CHECK (closes_on >= opens_on),
    services text NOT NULL,
    thanks text NOT NULL,
    closed_at timestamp with time zone NULL,
    version integer NOT NULL
);

CREATE TABLE need (
    id uuid NOT NULL CONSTRAINT pk_need PRIMARY KEY,
    code text NOT NULL,
    territory_id uuid NOT NULL,
    status text NOT NULL,
    name text NOT NULL,
    contacts text NOT NULL,
    tries text NOT NULL,
    latitude double precision NULL,
    longitude double precision NULL,
    slots text NOT NULL CHECK (length(slots) = 21),
    about text NOT NULL,
    seen_by text NOT NULL,
    channel text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    expires_on date NOT NULL,
    ended_at timestamp with time zone NULL,
    crisis_id uuid NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    said_by text NOT NULL,
    words text NOT NULL,
    brings text NOT NULL,
    age text NOT NULL,
    CONSTRAINT fk_need_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_need_status_said_at ON need (status, said_at);
CREATE INDEX ix_need_code ON need (code);
CREATE INDEX ix_need_territory_id ON need (territory_id);
CREATE INDEX ix_need_ended_at ON need (ended_at);

CREATE TABLE resource (
    id uuid NOT NULL CONSTRAINT pk_resource PRIMARY KEY,
    code text NOT NULL,
    territory_id uuid NOT NULL,
    status text NOT NULL,
    name text NOT NULL,
    contacts text NOT NULL,
    tries text NOT NULL,
    latitude double precision NULL,
    longitude double precision NULL,
    slots text NOT NULL CHECK (length(slots) = 21),
    about text NOT NULL,
    seen_by text NOT NULL,
    channel text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    expires_on date NOT NULL,
    ended_at timestamp with time zone NULL,
    crisis_id uuid NULL,
    version integer NOT NULL,
    nature text NOT NULL,
    given_by text NOT NULL,
    what text NOT NULL,
    kinds text NOT NULL,
    equipment text NOT NULL,
    organisation_id uuid NULL,
    place_id uuid NULL,
    seats integer NULL CHECK (seats > 0),
    per_week integer NOT NULL CHECK (per_week > 0),
    conditions text NOT NULL,
    in_return text NOT NULL,
    wish text NOT NULL,
    CONSTRAINT fk_resource_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_resource_status_said_at ON resource (status, said_at);
CREATE INDEX ix_resource_code ON resource (code);
CREATE INDEX ix_resource_territory_id ON resource (territory_id);
CREATE INDEX ix_resource_ended_at ON resource (ended_at);

CREATE TABLE concern (
    id uuid NOT NULL CONSTRAINT pk_concern PRIMARY KEY,
    resource_id uuid NULL,
    opportunity_id uuid NULL,
    words text NOT NULL,
    reach text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    was_right boolean NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE INDEX ix_concern_told_at ON concern (told_at);

CREATE TABLE opportunity (
    id uuid NOT NULL CONSTRAINT pk_opportunity PRIMARY KEY,
    key text NOT NULL,
    slug text NOT NULL,
    kind text NOT NULL,
    territory_id uuid NOT NULL,
    place_id uuid NULL,
    moment_id uuid NULL,
    premises_id uuid NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    start integer NOT NULL CHECK (start BETWEEN 0 AND 167),
    hours integer NOT NULL CHECK (hours > 0),
    lacks text NULL,
    lacking integer NOT NULL,
    equipment text NOT NULL,
    coverage double precision NOT NULL,
    mixing double precision NOT NULL,
    distance double precision NOT NULL,
    effort double precision NOT NULL,
    seats_left integer NOT NULL,
    within_metres integer NOT NULL,
    need_here boolean NOT NULL,
    resource_here boolean NOT NULL,
    useful boolean NOT NULL,
    expected_mixing double precision NULL,
    ages_said integer NOT NULL,
    stage text NOT NULL,
    trials integer NOT NULL CHECK (trials >= 0),
    steps text NOT NULL,
    learned text NOT NULL,
    made_id uuid NULL,
    declined_with text NOT NULL,
    found_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_opportunity_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opportunity_key ON opportunity (key);
CREATE UNIQUE INDEX ix_opportunity_slug ON opportunity (slug);
CREATE INDEX ix_opportunity_territory_id ON opportunity (territory_id);
CREATE INDEX ix_opportunity_stage ON opportunity (stage);

CREATE TABLE opportunity_part (
    id uuid NOT NULL CONSTRAINT pk_opportunity_part PRIMARY KEY,
    opportunity_id uuid NOT NULL,
    need_id uuid NULL,
    resource_id uuid NULL,
    gives boolean NOT NULL,
    minutes double precision NOT NULL,
    asked_by text NULL,
    asked_at timestamp with time zone NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NULL,
    version integer NOT NULL,
    CHECK ((need_id IS NULL) <> (resource_id IS NULL)),
    CHECK (answer = 'none' OR asked_at IS NOT NULL),
    CONSTRAINT fk_opportunity_part_opportunity_id FOREIGN KEY (opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE,
    CONSTRAINT fk_opportunity_part_need_id FOREIGN KEY (need_id) REFERENCES need (id) ON DELETE RESTRICT,
    CONSTRAINT fk_opportunity_part_resource_id FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opportunity_part_opportunity_id ON opportunity_part (opportunity_id);
CREATE INDEX ix_opportunity_part_need_id ON opportunity_part (need_id);
CREATE INDEX ix_opportunity_part_resource_id ON opportunity_part (resource_id);

-- Why: a commune holds a citizen day: worksites, people who come together, teams, and what was done.
CREATE TABLE citizen_day (
    id uuid NOT NULL CONSTRAINT pk_citizen_day PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    day date NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    about text NOT NULL,
    is_open boolean NOT NULL,
    plan text NULL,
    told_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_citizen_day_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_citizen_day_slug ON citizen_day (slug);
CREATE INDEX ix_citizen_day_territory_id ON citizen_day (territory_id);

CREATE TABLE worksite (
    id uuid NOT NULL CONSTRAINT pk_worksite PRIMARY KEY,
    day_id uuid NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    least integer NOT NULL CHECK (least >= 0),
    most integer NOT NULL CHECK (most >= least AND most >= 1),
    about text NOT NULL,
    asks text NOT NULL,
    done text NOT NULL,
    came integer NULL CHECK (came >= 0),
    fact_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT fk_worksite_day_id FOREIGN KEY (day_id) REFERENCES citizen_day (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_worksite_day_id_number ON worksite (day_id, number);

CREATE TABLE sign_up (
    id uuid NOT NULL CONSTRAINT pk_sign_up PRIMARY KEY,
    day_id uuid NOT NULL,
    people text NOT NULL,
    wishes text NOT NULL,
    languages text NOT NULL,
    quarter text NOT NULL,
    reach text NOT NULL,
    channel text NOT NULL,
    code text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    walk_in boolean NOT NULL,
    withdrawn_at timestamp with time zone NULL,
    site_id uuid NULL,
    by_hand boolean NOT NULL,
    told_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT fk_sign_up_day_id FOREIGN KEY (day_id) REFERENCES citizen_day (id) ON DELETE RESTRICT
);
CREATE INDEX ix_sign_up_day_id ON sign_up (day_id);
CREATE UNIQUE INDEX ix_sign_up_code ON sign_up (code);
CREATE INDEX ix_sign_up_signed_at ON sign_up (signed_at);

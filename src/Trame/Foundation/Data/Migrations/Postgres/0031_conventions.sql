-- Why: a citizens' convention drawn by lot: what it promises, the numbered panels as they were published, and the one table where invited people are, without history, so that erasing it erases them.
CREATE TABLE convention (
    id uuid NOT NULL CONSTRAINT pk_convention PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    stage text NOT NULL,
    question text NOT NULL,
    decider text NOT NULL,
    promise text NOT NULL,
    seats integer NOT NULL,
    reserves integer NOT NULL,
    letters integer NOT NULL,
    eligibility text NOT NULL,
    answers_until date NULL,
    draws_on date NULL,
    draw_place text NOT NULL,
    source text NOT NULL,
    allowance_cents bigint NULL,
    help text NOT NULL,
    "values" text NOT NULL,
    list text NULL,
    letter_values text NOT NULL,
    letters_made integer NOT NULL,
    commitment text NOT NULL,
    chances text NOT NULL,
    draw_values text NOT NULL,
    drawn integer NULL,
    drawn_on date NULL,
    sessions text NOT NULL,
    recommendations text NOT NULL,
    answers text NOT NULL,
    answered_on date NULL,
    purge_statement text NOT NULL,
    purged_on date NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_convention_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_convention_slug ON convention (slug);
CREATE INDEX ix_convention_territory_id ON convention (territory_id);

CREATE TABLE panel_draw (
    convention_id uuid NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_panel_draw PRIMARY KEY (convention_id),
    CONSTRAINT fk_panel_draw_convention_id FOREIGN KEY (convention_id) REFERENCES convention (id) ON DELETE RESTRICT
);

CREATE TABLE panel_person (
    id uuid NOT NULL CONSTRAINT pk_panel_person PRIMARY KEY,
    convention_id uuid NOT NULL,
    ticket text NOT NULL,
    last_name text NOT NULL,
    first_name text NOT NULL,
    address text NOT NULL,
    town text NOT NULL,
    area text NOT NULL,
    household text NOT NULL,
    code_hash text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    answered_by text NULL,
    "values" text NOT NULL,
    needs text NOT NULL,
    reach text NOT NULL,
    exclusion text NOT NULL,
    note text NOT NULL,
    turn integer NULL,
    attended text NOT NULL,
    expenses_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    left_because text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_panel_person_convention_id FOREIGN KEY (convention_id) REFERENCES convention (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_panel_person_code_hash ON panel_person (code_hash);
CREATE UNIQUE INDEX ix_panel_person_convention_id_ticket ON panel_person (convention_id, ticket);

CREATE FUNCTION refuse_panel_draw_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'published draws are append-only'; END $$;
CREATE TRIGGER panel_draw_no_change BEFORE UPDATE OR DELETE ON panel_draw FOR EACH ROW EXECUTE FUNCTION refuse_panel_draw_change();
CREATE TRIGGER panel_draw_no_truncate BEFORE TRUNCATE ON panel_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_panel_draw_change();

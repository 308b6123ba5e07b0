-- Why: a citizens' convention drawn by lot: what it promises, the numbered panels as they were published, and the one table where invited people are, without history, so that erasing it erases them.
CREATE TABLE convention (
    id BLOB NOT NULL CONSTRAINT pk_convention PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    stage TEXT NOT NULL,
    question TEXT NOT NULL,
    decider TEXT NOT NULL,
    promise TEXT NOT NULL,
    seats INTEGER NOT NULL,
    reserves INTEGER NOT NULL,
    letters INTEGER NOT NULL,
    eligibility TEXT NOT NULL,
    answers_until TEXT NULL,
    draws_on TEXT NULL,
    draw_place TEXT NOT NULL,
    source TEXT NOT NULL,
    allowance_cents INTEGER NULL,
    help TEXT NOT NULL,
    "values" TEXT NOT NULL,
    list TEXT NULL,
    letter_values TEXT NOT NULL,
    letters_made INTEGER NOT NULL,
    commitment TEXT NOT NULL,
    chances TEXT NOT NULL,
    draw_values TEXT NOT NULL,
    drawn INTEGER NULL,
    drawn_on TEXT NULL,
    sessions TEXT NOT NULL,
    recommendations TEXT NOT NULL,
    answers TEXT NOT NULL,
    answered_on TEXT NULL,
    purge_statement TEXT NOT NULL,
    purged_on TEXT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_convention_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_convention_slug ON convention (slug);
CREATE INDEX ix_convention_territory_id ON convention (territory_id);

CREATE TABLE panel_draw (
    convention_id BLOB NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_panel_draw PRIMARY KEY (convention_id),
    CONSTRAINT fk_panel_draw_convention_id FOREIGN KEY (convention_id) REFERENCES convention (id) ON DELETE RESTRICT
);

CREATE TABLE panel_person (
    id BLOB NOT NULL CONSTRAINT pk_panel_person PRIMARY KEY,
    convention_id BLOB NOT NULL,
    ticket TEXT NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    address TEXT NOT NULL,
    town TEXT NOT NULL,
    area TEXT NOT NULL,
    household TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    invited_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    answered_by TEXT NULL,
    "values" TEXT NOT NULL,
    needs TEXT NOT NULL,
    reach TEXT NOT NULL,
    exclusion TEXT NOT NULL,
    note TEXT NOT NULL,
    turn INTEGER NULL,
    attended TEXT NOT NULL,
    expenses_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    left_because TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_panel_person_convention_id FOREIGN KEY (convention_id) REFERENCES convention (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_panel_person_code_hash ON panel_person (code_hash);
CREATE UNIQUE INDEX ix_panel_person_convention_id_ticket ON panel_person (convention_id, ticket);

CREATE TRIGGER panel_draw_no_update BEFORE UPDATE ON panel_draw BEGIN SELECT RAISE(ABORT, 'published draws are append-only'); END;
CREATE TRIGGER panel_draw_no_delete BEFORE DELETE ON panel_draw BEGIN SELECT RAISE(ABORT, 'published draws are append-only'); END;

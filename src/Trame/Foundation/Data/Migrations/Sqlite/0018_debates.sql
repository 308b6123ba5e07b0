-- Why: a disagreement about something concrete is framed, opened once nothing is missing, and ends in a reasoned answer.
CREATE TABLE debate (
    id BLOB NOT NULL CONSTRAINT pk_debate PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    about_id BLOB NULL,
    stage TEXT NOT NULL,
    code TEXT NOT NULL,
    object TEXT NOT NULL,
    place TEXT NOT NULL,
    latitude REAL NULL,
    longitude REAL NULL,
    options TEXT NOT NULL,
    decided TEXT NOT NULL,
    decider_name TEXT NOT NULL,
    decider_role TEXT NOT NULL,
    decides_on TEXT NULL,
    delegation TEXT NULL,
    promise TEXT NOT NULL,
    answer_days INTEGER NOT NULL,
    phases TEXT NOT NULL,
    help_cents INTEGER NULL,
    help_note TEXT NOT NULL,
    identity TEXT NOT NULL,
    figure TEXT NOT NULL,
    started_by TEXT NOT NULL,
    notes TEXT NOT NULL,
    contradictions TEXT NOT NULL,
    arbitration TEXT NOT NULL,
    dissents TEXT NOT NULL,
    answers TEXT NOT NULL,
    status_note TEXT NOT NULL,
    changed TEXT NOT NULL,
    opened_on TEXT NULL,
    answered_on TEXT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_debate_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT,
    CONSTRAINT fk_debate_about_id FOREIGN KEY (about_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_slug ON debate (slug);
CREATE UNIQUE INDEX ix_debate_code ON debate (code);
CREATE INDEX ix_debate_territory_id ON debate (territory_id);
CREATE INDEX ix_debate_about_id ON debate (about_id);
CREATE INDEX ix_debate_stage_decides_on ON debate (stage, decides_on);

CREATE TABLE debate_card (
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    code_hash TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    CONSTRAINT pk_debate_card PRIMARY KEY (debate_id, number),
    CONSTRAINT fk_debate_card_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_card_code_hash ON debate_card (code_hash);

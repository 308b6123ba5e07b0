-- Why: a disagreement about something concrete is framed, opened once nothing is missing, and ends in a reasoned answer.
CREATE TABLE debate (
    id uuid NOT NULL CONSTRAINT pk_debate PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    about_id uuid NULL,
    stage text NOT NULL,
    code text NOT NULL,
    object text NOT NULL,
    place text NOT NULL,
    latitude double precision NULL,
    longitude double precision NULL,
    options text NOT NULL,
    decided text NOT NULL,
    decider_name text NOT NULL,
    decider_role text NOT NULL,
    decides_on date NULL,
    delegation text NULL,
    promise text NOT NULL,
    answer_days integer NOT NULL,
    phases text NOT NULL,
    help_cents bigint NULL,
    help_note text NOT NULL,
    identity text NOT NULL,
    figure text NOT NULL,
    started_by text NOT NULL,
    notes text NOT NULL,
    contradictions text NOT NULL,
    arbitration text NOT NULL,
    dissents text NOT NULL,
    answers text NOT NULL,
    status_note text NOT NULL,
    changed text NOT NULL,
    opened_on date NULL,
    answered_on date NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_debate_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT,
    CONSTRAINT fk_debate_about_id FOREIGN KEY (about_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_slug ON debate (slug);
CREATE UNIQUE INDEX ix_debate_code ON debate (code);
CREATE INDEX ix_debate_territory_id ON debate (territory_id);
CREATE INDEX ix_debate_about_id ON debate (about_id);
CREATE INDEX ix_debate_stage_decides_on ON debate (stage, decides_on);

CREATE TABLE debate_card (
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    code_hash text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_debate_card PRIMARY KEY (debate_id, number),
    CONSTRAINT fk_debate_card_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_card_code_hash ON debate_card (code_hash);

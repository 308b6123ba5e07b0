-- Why: a talking circle keeps its rounds, their length and what all agreed, and nothing of who spoke.
CREATE TABLE talking_circle (
    id BLOB NOT NULL CONSTRAINT pk_talking_circle PRIMARY KEY,
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    holder INTEGER NOT NULL,
    spoke INTEGER NOT NULL,
    rounds TEXT NOT NULL,
    outputs TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    round_started_at INTEGER NOT NULL,
    closed_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_talking_circle_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_talking_circle_debate_id_number ON talking_circle (debate_id, number);

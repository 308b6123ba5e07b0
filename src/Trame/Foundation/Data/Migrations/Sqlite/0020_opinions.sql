-- Why: statements of an opinion map, moderated in public; votes that are added and never rewritten; sheets of paper that count once two entries agree.
CREATE TABLE opinion_statement (
    id BLOB NOT NULL CONSTRAINT pk_opinion_statement PRIMARY KEY,
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    merged_into INTEGER NULL,
    reason TEXT NOT NULL,
    appeal TEXT NOT NULL,
    appeal_answer TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_opinion_statement_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_statement_debate_id_number ON opinion_statement (debate_id, number);

CREATE TABLE opinion_voter (
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    key_hash TEXT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_opinion_voter PRIMARY KEY (debate_id, number),
    CONSTRAINT fk_opinion_voter_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_voter_key_hash ON opinion_voter (key_hash);

CREATE TABLE opinion_vote (
    id BLOB NOT NULL CONSTRAINT pk_opinion_vote PRIMARY KEY,
    debate_id BLOB NOT NULL,
    voter INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    value INTEGER NOT NULL,
    CONSTRAINT fk_opinion_vote_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opinion_vote_debate_id_voter ON opinion_vote (debate_id, voter);

CREATE TABLE opinion_sheet (
    id BLOB NOT NULL CONSTRAINT pk_opinion_sheet PRIMARY KEY,
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    entries TEXT NOT NULL,
    voter INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_opinion_sheet_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_sheet_debate_id_number ON opinion_sheet (debate_id, number);

CREATE TRIGGER opinion_vote_no_update BEFORE UPDATE ON opinion_vote BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;
CREATE TRIGGER opinion_vote_no_delete BEFORE DELETE ON opinion_vote BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END;

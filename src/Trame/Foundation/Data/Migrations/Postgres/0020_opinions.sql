-- Why: statements of an opinion map, moderated in public; votes that are added and never rewritten; sheets of paper that count once two entries agree.
CREATE TABLE opinion_statement (
    id uuid NOT NULL CONSTRAINT pk_opinion_statement PRIMARY KEY,
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    origin text NOT NULL,
    state text NOT NULL,
    merged_into integer NULL,
    reason text NOT NULL,
    appeal text NOT NULL,
    appeal_answer text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_opinion_statement_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_statement_debate_id_number ON opinion_statement (debate_id, number);

CREATE TABLE opinion_voter (
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    key_hash text NULL,
    channel text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_opinion_voter PRIMARY KEY (debate_id, number),
    CONSTRAINT fk_opinion_voter_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_voter_key_hash ON opinion_voter (key_hash);

CREATE TABLE opinion_vote (
    id uuid NOT NULL CONSTRAINT pk_opinion_vote PRIMARY KEY,
    debate_id uuid NOT NULL,
    voter integer NOT NULL,
    statement integer NOT NULL,
    value integer NOT NULL,
    CONSTRAINT fk_opinion_vote_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opinion_vote_debate_id_voter ON opinion_vote (debate_id, voter);

CREATE TABLE opinion_sheet (
    id uuid NOT NULL CONSTRAINT pk_opinion_sheet PRIMARY KEY,
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    entries text NOT NULL,
    voter integer NULL,
    version integer NOT NULL,
    CONSTRAINT fk_opinion_sheet_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_opinion_sheet_debate_id_number ON opinion_sheet (debate_id, number);

CREATE FUNCTION refuse_opinion_vote_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'votes are append-only'; END $$;
CREATE TRIGGER opinion_vote_no_change BEFORE UPDATE OR DELETE ON opinion_vote FOR EACH ROW EXECUTE FUNCTION refuse_opinion_vote_change();
CREATE TRIGGER opinion_vote_no_truncate BEFORE TRUNCATE ON opinion_vote FOR EACH STATEMENT EXECUTE FUNCTION refuse_opinion_vote_change();

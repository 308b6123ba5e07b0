-- Why: a participatory budget: what is promised, the files of its projects, codes that vote once, ballots that lead to nobody (without a row number either, which would tell the order in which they came), sheets of paper typed twice.
CREATE TABLE participatory_budget (
    id uuid NOT NULL CONSTRAINT pk_participatory_budget PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    envelope_cents bigint NULL,
    eligibility text NOT NULL,
    voters text NOT NULL,
    list_checked boolean NOT NULL,
    propose_from date NULL,
    propose_until date NULL,
    vote_from date NULL,
    vote_until date NULL,
    ballot text NOT NULL,
    points integer NOT NULL,
    rule text NOT NULL,
    decider text NOT NULL,
    help_note text NOT NULL,
    opened_on date NULL,
    counted_on date NULL,
    came_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_participatory_budget_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_participatory_budget_slug ON participatory_budget (slug);
CREATE INDEX ix_participatory_budget_territory_id ON participatory_budget (territory_id);

CREATE TABLE project_file (
    id uuid NOT NULL CONSTRAINT pk_project_file PRIMARY KEY,
    budget_id uuid NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    what text NOT NULL,
    place text NOT NULL,
    started_by text NOT NULL,
    cost_cents bigint NULL,
    cost_note text NOT NULL,
    state text NOT NULL,
    merged_into integer NULL,
    reason text NOT NULL,
    appeal text NOT NULL,
    appeal_answer text NOT NULL,
    occasion_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT fk_project_file_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT,
    CONSTRAINT fk_project_file_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_project_file_budget_id_number ON project_file (budget_id, number);
CREATE INDEX ix_project_file_occasion_id ON project_file (occasion_id);

CREATE TABLE voting_code (
    budget_id uuid NOT NULL,
    code_hash text NOT NULL,
    used_by text NULL,
    CONSTRAINT pk_voting_code PRIMARY KEY (budget_id, code_hash),
    CONSTRAINT fk_voting_code_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
);

CREATE TABLE budget_ballot (
    budget_id uuid NOT NULL,
    receipt text NOT NULL,
    lines text NOT NULL,
    CONSTRAINT pk_budget_ballot PRIMARY KEY (budget_id, receipt),
    CONSTRAINT fk_budget_ballot_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
);

CREATE TABLE budget_sheet (
    id uuid NOT NULL CONSTRAINT pk_budget_sheet PRIMARY KEY,
    budget_id uuid NOT NULL,
    code text NOT NULL,
    entries text NOT NULL,
    counted boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_budget_sheet_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_budget_sheet_budget_id_code ON budget_sheet (budget_id, code);

CREATE FUNCTION refuse_budget_ballot_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'ballots are append-only'; END $$;
CREATE TRIGGER budget_ballot_no_change BEFORE UPDATE OR DELETE ON budget_ballot FOR EACH ROW EXECUTE FUNCTION refuse_budget_ballot_change();
CREATE TRIGGER budget_ballot_no_truncate BEFORE TRUNCATE ON budget_ballot FOR EACH STATEMENT EXECUTE FUNCTION refuse_budget_ballot_change();

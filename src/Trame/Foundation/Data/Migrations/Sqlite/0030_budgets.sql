-- Why: a participatory budget: what is promised, the files of its projects, codes that vote once, ballots that lead to nobody (without a row number either, which would tell the order in which they came), sheets of paper typed twice.
CREATE TABLE participatory_budget (
    id BLOB NOT NULL CONSTRAINT pk_participatory_budget PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    envelope_cents INTEGER NULL,
    eligibility TEXT NOT NULL,
    voters TEXT NOT NULL,
    list_checked INTEGER NOT NULL,
    propose_from TEXT NULL,
    propose_until TEXT NULL,
    vote_from TEXT NULL,
    vote_until TEXT NULL,
    ballot TEXT NOT NULL,
    points INTEGER NOT NULL,
    rule TEXT NOT NULL,
    decider TEXT NOT NULL,
    help_note TEXT NOT NULL,
    opened_on TEXT NULL,
    counted_on TEXT NULL,
    came_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_participatory_budget_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_participatory_budget_slug ON participatory_budget (slug);
CREATE INDEX ix_participatory_budget_territory_id ON participatory_budget (territory_id);

CREATE TABLE project_file (
    id BLOB NOT NULL CONSTRAINT pk_project_file PRIMARY KEY,
    budget_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    started_by TEXT NOT NULL,
    cost_cents INTEGER NULL,
    cost_note TEXT NOT NULL,
    state TEXT NOT NULL,
    merged_into INTEGER NULL,
    reason TEXT NOT NULL,
    appeal TEXT NOT NULL,
    appeal_answer TEXT NOT NULL,
    occasion_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_project_file_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT,
    CONSTRAINT fk_project_file_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_project_file_budget_id_number ON project_file (budget_id, number);
CREATE INDEX ix_project_file_occasion_id ON project_file (occasion_id);

CREATE TABLE voting_code (
    budget_id BLOB NOT NULL,
    code_hash TEXT NOT NULL,
    used_by TEXT NULL,
    CONSTRAINT pk_voting_code PRIMARY KEY (budget_id, code_hash),
    CONSTRAINT fk_voting_code_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
);

CREATE TABLE budget_ballot (
    budget_id BLOB NOT NULL,
    receipt TEXT NOT NULL,
    lines TEXT NOT NULL,
    CONSTRAINT pk_budget_ballot PRIMARY KEY (budget_id, receipt),
    CONSTRAINT fk_budget_ballot_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE budget_sheet (
    id BLOB NOT NULL CONSTRAINT pk_budget_sheet PRIMARY KEY,
    budget_id BLOB NOT NULL,
    code TEXT NOT NULL,
    entries TEXT NOT NULL,
    counted INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_budget_sheet_budget_id FOREIGN KEY (budget_id) REFERENCES participatory_budget (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_budget_sheet_budget_id_code ON budget_sheet (budget_id, code);

CREATE TRIGGER budget_ballot_no_update BEFORE UPDATE ON budget_ballot BEGIN SELECT RAISE(ABORT, 'ballots are append-only'); END;
CREATE TRIGGER budget_ballot_no_delete BEFORE DELETE ON budget_ballot BEGIN SELECT RAISE(ABORT, 'ballots are append-only'); END;
CREATE TRIGGER budget_ballot_no_replace BEFORE INSERT ON budget_ballot WHEN EXISTS (SELECT 1 FROM budget_ballot WHERE budget_id = NEW.budget_id AND receipt = NEW.receipt) BEGIN SELECT RAISE(ABORT, 'ballots are append-only'); END;

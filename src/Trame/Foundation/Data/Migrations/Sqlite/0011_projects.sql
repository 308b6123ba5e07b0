-- Why: a project says why it is worth cooperating for, what it looks for and receives, what it taught; and what it is tied to.
ALTER TABLE occasion ADD COLUMN early_stage TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN wanted TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN lasting_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN partners TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN risks TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN tried TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN learned TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN helped TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story_easy TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story_consent TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN lines TEXT NULL;
UPDATE occasion SET early_stage = 'idea', lines = '[]' WHERE kind = 'project';

CREATE TABLE want (
    id BLOB NOT NULL CONSTRAINT pk_want PRIMARY KEY,
    project_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    pledged INTEGER NOT NULL CHECK (pledged >= 0),
    given INTEGER NOT NULL CHECK (given >= 0),
    removed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_want_project_id FOREIGN KEY (project_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_want_project_id ON want (project_id);

CREATE TABLE contribution (
    id BLOB NOT NULL CONSTRAINT pk_contribution PRIMARY KEY,
    want_id BLOB NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    given INTEGER NOT NULL CHECK (given >= 0),
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    channel TEXT NOT NULL,
    code TEXT NOT NULL,
    pledged_at INTEGER NOT NULL,
    given_at INTEGER NULL,
    withdrawn_at INTEGER NULL,
    fact_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_contribution_want_id FOREIGN KEY (want_id) REFERENCES want (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_contribution_code ON contribution (code);
CREATE INDEX ix_contribution_want_id ON contribution (want_id);
CREATE INDEX ix_contribution_pledged_at ON contribution (pledged_at);

CREATE TABLE project_link (
    project_id BLOB NOT NULL,
    target_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_project_link PRIMARY KEY (project_id, target_id),
    CONSTRAINT fk_project_link_project_id FOREIGN KEY (project_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_project_link_target_id ON project_link (target_id);

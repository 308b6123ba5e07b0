-- Why: a project says why it is worth cooperating for, what it looks for and receives, what it taught; and what it is tied to.
ALTER TABLE occasion ADD COLUMN early_stage text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN wanted text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN lasting_reason text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN partners text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN risks text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN tried text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN learned text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN helped text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story_easy text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN story_consent text NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN lines text NULL;
UPDATE occasion SET early_stage = 'idea', lines = '[]' WHERE kind = 'project';

CREATE TABLE want (
    id uuid NOT NULL CONSTRAINT pk_want PRIMARY KEY,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    what text NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    pledged bigint NOT NULL CHECK (pledged >= 0),
    given bigint NOT NULL CHECK (given >= 0),
    removed boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_want_project_id FOREIGN KEY (project_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_want_project_id ON want (project_id);

CREATE TABLE contribution (
    id uuid NOT NULL CONSTRAINT pk_contribution PRIMARY KEY,
    want_id uuid NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    given bigint NOT NULL CHECK (given >= 0),
    name text NOT NULL,
    reach text NOT NULL,
    channel text NOT NULL,
    code text NOT NULL,
    pledged_at timestamp with time zone NOT NULL,
    given_at timestamp with time zone NULL,
    withdrawn_at timestamp with time zone NULL,
    fact_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT fk_contribution_want_id FOREIGN KEY (want_id) REFERENCES want (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_contribution_code ON contribution (code);
CREATE INDEX ix_contribution_want_id ON contribution (want_id);
CREATE INDEX ix_contribution_pledged_at ON contribution (pledged_at);

CREATE TABLE project_link (
    project_id uuid NOT NULL,
    target_id uuid NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_project_link PRIMARY KEY (project_id, target_id),
    CONSTRAINT fk_project_link_project_id FOREIGN KEY (project_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_project_link_target_id ON project_link (target_id);

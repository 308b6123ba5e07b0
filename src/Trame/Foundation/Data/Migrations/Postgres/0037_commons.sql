-- Why: what people hold together has its rules, adopted by its users, and a notebook that is never rewritten.
CREATE TABLE common_good (
    id uuid NOT NULL CONSTRAINT pk_common_good PRIMARY KEY,
    occasion_id uuid NOT NULL,
    may_use text NOT NULL,
    rules text NOT NULL,
    adopted_on date NULL,
    adopted_by integer NOT NULL,
    story text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_common_good_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_common_good_occasion_id ON common_good (occasion_id);

CREATE TABLE common_entry (
    id uuid NOT NULL CONSTRAINT pk_common_entry PRIMARY KEY,
    good_id uuid NOT NULL,
    kind text NOT NULL,
    what text NOT NULL,
    day date NOT NULL,
    due_on date NULL,
    done_on date NULL,
    before text NOT NULL,
    at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_common_entry_good_id FOREIGN KEY (good_id) REFERENCES common_good (id) ON DELETE RESTRICT
);
CREATE INDEX ix_common_entry_good_id_day ON common_entry (good_id, day);

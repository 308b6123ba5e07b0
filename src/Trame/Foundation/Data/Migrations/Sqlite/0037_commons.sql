-- Why: what people hold together has its rules, adopted by its users, and a notebook that is never rewritten.
CREATE TABLE common_good (
    id BLOB NOT NULL CONSTRAINT pk_common_good PRIMARY KEY,
    occasion_id BLOB NOT NULL,
    may_use TEXT NOT NULL,
    rules TEXT NOT NULL,
    adopted_on TEXT NULL,
    adopted_by INTEGER NOT NULL,
    story TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_common_good_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_common_good_occasion_id ON common_good (occasion_id);

CREATE TABLE common_entry (
    id BLOB NOT NULL CONSTRAINT pk_common_entry PRIMARY KEY,
    good_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    due_on TEXT NULL,
    done_on TEXT NULL,
    before TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_common_entry_good_id FOREIGN KEY (good_id) REFERENCES common_good (id) ON DELETE RESTRICT
);
CREATE INDEX ix_common_entry_good_id_day ON common_entry (good_id, day);

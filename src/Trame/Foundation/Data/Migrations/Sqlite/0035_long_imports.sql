-- Why: taking a long import in, or back, is done outside the request too; what waited to be read still waits.
CREATE TABLE import_work (
    import_id BLOB NOT NULL CONSTRAINT pk_import_work PRIMARY KEY,
    step TEXT NOT NULL,
    version INTEGER NOT NULL,
    person_id BLOB NULL,
    by_name TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    begun_at INTEGER NULL,
    told_at INTEGER NULL,
    part REAL NOT NULL,
    rows INTEGER NOT NULL,
    cancelled_at INTEGER NULL,
    trouble TEXT NOT NULL,
    CONSTRAINT fk_import_work_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE
);
INSERT INTO import_work SELECT import_id, 'review', 0, NULL, '', asked_at, begun_at, told_at, part, rows, cancelled_at, trouble FROM import_review;
DROP TABLE import_review;

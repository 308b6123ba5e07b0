-- Why: taking a long import in, or back, is done outside the request too; what waited to be read still waits.
CREATE TABLE import_work (
    import_id uuid NOT NULL CONSTRAINT pk_import_work PRIMARY KEY,
    step text NOT NULL,
    version integer NOT NULL,
    person_id uuid NULL,
    by_name text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone NULL,
    told_at timestamp with time zone NULL,
    part double precision NOT NULL,
    rows integer NOT NULL,
    cancelled_at timestamp with time zone NULL,
    trouble text NOT NULL,
    CONSTRAINT fk_import_work_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE
);
INSERT INTO import_work SELECT import_id, 'review', 0, NULL, '', asked_at, begun_at, told_at, part, rows, cancelled_at, trouble FROM import_review;
DROP TABLE import_review;

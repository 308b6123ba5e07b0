-- Why: an import is reviewed before it is applied, can be left and come back to, and undone whole; what a source no longer names is marked, never deleted.
CREATE TABLE place_import (
    id uuid NOT NULL CONSTRAINT pk_place_import PRIMARY KEY,
    name text NOT NULL,
    size integer NOT NULL,
    packed bytea NOT NULL,
    map text NOT NULL,
    source text NOT NULL,
    complete boolean NOT NULL,
    same_above double precision NOT NULL,
    decisions text NOT NULL,
    counts text NOT NULL,
    notes text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone NULL,
    undone_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE INDEX ix_place_import_created_at ON place_import (created_at);

CREATE TABLE import_row (
    import_id uuid NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    place_id uuid NULL,
    name text NOT NULL,
    "key" text NOT NULL,
    details text NOT NULL,
    taken_version integer NULL,
    CONSTRAINT pk_import_row PRIMARY KEY (import_id, number),
    CONSTRAINT fk_import_row_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE,
    CONSTRAINT fk_import_row_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_import_row_import_id_state ON import_row (import_id, state);
CREATE INDEX ix_import_row_place_id ON import_row (place_id);

CREATE TABLE source_place (
    source text NOT NULL,
    place_id uuid NOT NULL,
    import_id uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    vanished_at timestamp with time zone NULL,
    undone_version integer NULL,
    CONSTRAINT pk_source_place PRIMARY KEY (source, place_id),
    CONSTRAINT fk_source_place_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_source_place_place_id ON source_place (place_id);
CREATE INDEX ix_source_place_import_id ON source_place (import_id);

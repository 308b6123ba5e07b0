-- Why: an import is reviewed before it is applied, can be left and come back to, and undone whole; what a source no longer names is marked, never deleted.
CREATE TABLE place_import (
    id BLOB NOT NULL CONSTRAINT pk_place_import PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL,
    map TEXT NOT NULL,
    source TEXT NOT NULL,
    complete INTEGER NOT NULL,
    same_above REAL NOT NULL,
    decisions TEXT NOT NULL,
    counts TEXT NOT NULL,
    notes TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    applied_at INTEGER NULL,
    undone_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_place_import_created_at ON place_import (created_at);

CREATE TABLE import_row (
    import_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    place_id BLOB NULL,
    name TEXT NOT NULL,
    "key" TEXT NOT NULL,
    details TEXT NOT NULL,
    taken_version INTEGER NULL,
    CONSTRAINT pk_import_row PRIMARY KEY (import_id, number),
    CONSTRAINT fk_import_row_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE,
    CONSTRAINT fk_import_row_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_import_row_import_id_state ON import_row (import_id, state);
CREATE INDEX ix_import_row_place_id ON import_row (place_id);

CREATE TABLE source_place (
    source TEXT NOT NULL,
    place_id BLOB NOT NULL,
    import_id BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    vanished_at INTEGER NULL,
    undone_version INTEGER NULL,
    CONSTRAINT pk_source_place PRIMARY KEY (source, place_id),
    CONSTRAINT fk_source_place_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_source_place_place_id ON source_place (place_id);
CREATE INDEX ix_source_place_import_id ON source_place (import_id);

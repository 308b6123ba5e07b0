-- Why: a place is recognised by its door. The bytes live in the space's own database, so that a backup, a restore and a move carry them.
CREATE TABLE photo_file (
    id BLOB NOT NULL CONSTRAINT pk_photo_file PRIMARY KEY,
    occasion_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER NULL,
    CONSTRAINT fk_photo_file_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_photo_file_occasion_id ON photo_file (occasion_id);
CREATE INDEX ix_photo_file_removed_at ON photo_file (removed_at);

-- Why: « the freshest first » over a country must follow an index too.
ALTER TABLE occasion ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE occasion SET seen_at = COALESCE(verified_at, source_at);
CREATE INDEX ix_occasion_by_seen ON occasion (status, merged_into_id, seen_at, id);

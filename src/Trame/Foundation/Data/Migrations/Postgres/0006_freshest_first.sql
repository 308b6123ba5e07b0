-- Why: « the freshest first » over a country must follow an index too.
ALTER TABLE occasion ADD COLUMN seen_at timestamp with time zone NOT NULL DEFAULT now();
UPDATE occasion SET seen_at = COALESCE(verified_at, source_at);
ALTER TABLE occasion ALTER COLUMN seen_at DROP DEFAULT;
CREATE INDEX ix_occasion_by_seen ON occasion (status, merged_into_id, seen_at, id);

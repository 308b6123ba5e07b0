-- Why: the list of ten thousand projects, the freshest first, and its filters by stage and by what is missing, follow one index.
CREATE INDEX ix_occasion_projects ON occasion (seen_at, id, status, kind, merged_into_id, early_stage, starts_on, wanted) WHERE kind = 'project' AND merged_into_id IS NULL;

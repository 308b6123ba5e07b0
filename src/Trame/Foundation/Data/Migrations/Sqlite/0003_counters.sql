-- Why: every page names a counter that is open; they are a few hundred among the records of a country.
CREATE INDEX ix_occasion_type ON occasion (type) WHERE kind = 'place' AND status = 'open' AND hours <> '' AND merged_into_id IS NULL;

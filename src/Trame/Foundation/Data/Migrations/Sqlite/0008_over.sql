-- Why: a moment whose dates are all behind is over, and leaves the lists. And INSERT OR REPLACE wakes no trigger of deletion: a fact could be written over.
UPDATE occasion SET status = 'over' WHERE kind = 'moment' AND status = 'open' AND merged_into_id IS NULL AND next_at IS NULL AND starts_on IS NOT NULL
    AND (recurrence = '' OR ends_on IS NOT NULL OR recurrence LIKE '%UNTIL=%' OR recurrence LIKE '%COUNT=%');
CREATE TRIGGER fact_no_replace BEFORE INSERT ON fact WHEN EXISTS (SELECT 1 FROM fact WHERE id = NEW.id OR corrects = NEW.corrects)
BEGIN
    SELECT RAISE(ABORT, 'facts are append-only');
END;

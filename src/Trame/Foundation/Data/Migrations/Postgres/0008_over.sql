-- Why: a moment whose dates are all behind is over, and leaves the lists.
UPDATE occasion SET status = 'over' WHERE kind = 'moment' AND status = 'open' AND merged_into_id IS NULL AND next_at IS NULL AND starts_on IS NOT NULL
    AND (recurrence = '' OR ends_on IS NOT NULL OR recurrence LIKE '%UNTIL=%' OR recurrence LIKE '%COUNT=%');

-- Why: with a million occasions and ten million facts the home page must not open every row. It reads one line per territory and kind, and indexes
-- that hold all it asks for.
CREATE TABLE territory_tally (
    territory_id uuid NOT NULL,
    kind text NOT NULL,
    facts bigint NOT NULL,
    people bigint NOT NULL,
    CONSTRAINT pk_territory_tally PRIMARY KEY (territory_id, kind)
);
INSERT INTO territory_tally (territory_id, kind, facts, people) SELECT territory_id, kind, SUM(facts), SUM(people) FROM fact_tally GROUP BY territory_id, kind;

DROP INDEX ix_fact_kind_at;
CREATE INDEX ix_fact_kind_at_count ON fact (kind, "at", "count");

CREATE INDEX ix_occasion_territory_id_kind_verified_at_latitude_longitude ON occasion (territory_id, kind, verified_at, latitude, longitude)
    WHERE status = 'open' AND merged_into_id IS NULL;
DROP INDEX ix_occasion_hours;
CREATE INDEX ix_occasion_hours_status_merged_into_id ON occasion (hours, status, merged_into_id);

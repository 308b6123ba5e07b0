-- Why: a bus that stops in a commune belongs to that commune too; a large register finds it through an index.
CREATE TABLE occasion_stop (
    occasion_id BLOB NOT NULL,
    territory_id BLOB NOT NULL,
    CONSTRAINT pk_occasion_stop PRIMARY KEY (territory_id, occasion_id),
    CONSTRAINT fk_occasion_stop_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE,
    CONSTRAINT fk_occasion_stop_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE CASCADE
);
CREATE INDEX ix_occasion_stop_occasion_id ON occasion_stop (occasion_id);
-- The stops that name their commune first or last, « Chapeau, place du marché »; « facts rebuild » ties the others.
INSERT INTO occasion_stop (occasion_id, territory_id)
SELECT DISTINCT o.id, t.id FROM occasion o CROSS JOIN json_each(o.stops) s
JOIN territory t ON t.kind = 'commune' AND (json_extract(s.value, '$.name') = t.name OR json_extract(s.value, '$.name') LIKE t.name || ', %' OR json_extract(s.value, '$.name') LIKE '%, ' || t.name)
WHERE o.stops <> '[]';

-- Why: a list opens no row but those it shows. It follows an index in its order, and says how many each filter would leave by reading one line for each
-- way of being. Every index begins with what every search asks first, so that the planner chooses by the order alone.
DROP INDEX ix_occasion_status_sort_name_id;
DROP INDEX ix_occasion_status_next_at_id;
CREATE INDEX ix_occasion_by_name ON occasion (status, merged_into_id, sort_name, id);
CREATE INDEX ix_occasion_by_next ON occasion (status, merged_into_id, next_at, sort_name, id);
CREATE INDEX ix_occasion_ways ON occasion (status, merged_into_id, kind, type, cost, fields, audiences, access);

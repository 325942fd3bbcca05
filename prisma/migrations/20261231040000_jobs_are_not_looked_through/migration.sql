-- expand: PostgreSQL looked through the jobs every minute, since each of them is written so often, and what is noted aside every quarter of an hour. That is a transaction in
-- which nobody sees what was written. A table of twenty rows needs no statistics, nor does one that is only read by its key; and an end that is cut off is such a transaction too.
ALTER TABLE job SET (autovacuum_analyze_threshold = 1000000000, vacuum_truncate = off);
ALTER TABLE app.aside SET (autovacuum_analyze_threshold = 1000000000, vacuum_truncate = off);

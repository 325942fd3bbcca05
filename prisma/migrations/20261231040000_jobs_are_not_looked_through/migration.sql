-- expand: PostgreSQL looked through the jobs every minute, since each of them is written so often, and that is a transaction in which nobody sees what was written.
-- A table of twenty rows needs no statistics.
ALTER TABLE job SET (autovacuum_analyze_threshold = 1000000000);

-- Hours that stopped are few among all publications, and asked for on the first page of whoever writes.
CREATE INDEX publication_stopped ON publication (article_id) WHERE end_reason = 'picture_hidden';

-- Hours that were given before, with a picture that may not be shown any more: they stop as well, and their editors read why.
SELECT app.end_untold(ARRAY (SELECT DISTINCT article_id FROM publication WHERE published_at IS NULL AND ended_at IS NULL));

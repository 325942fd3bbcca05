-- Whether a path lies within one of these areas; NULL is everywhere, an empty list nowhere. An operator alone, so that it becomes
-- part of the query that asks; areas end with a slash, so that what begins with one lies within it.
CREATE OR REPLACE FUNCTION app.within(path text, areas text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  areas IS NULL OR path ^@ ANY (areas);

-- Units below (and including) a path, today. A plain range on one index.
CREATE OR REPLACE FUNCTION app.subtree(p text) RETURNS TABLE (unit_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT unit_id FROM unit_span WHERE path >= p COLLATE "C" AND path < (p || '~') COLLATE "C" AND valid_from <= app.today() AND (is_last OR app.today() < valid_to) $$;

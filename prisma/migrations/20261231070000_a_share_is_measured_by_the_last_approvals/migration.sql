-- expand: whose part of an article nobody else approved is measured by the last approval of each who approved. Every part was held against every approval before: forty
-- milliseconds at two hundred editions, several times a page.
CREATE OR REPLACE FUNCTION app.unapproved_shares(p_edition uuid) RETURNS TABLE (account_id uuid, forced boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS (SELECT e.article_id, e.number FROM edition e WHERE e.id = p_edition),
    approved AS (SELECT d.decided_by_id, max(g.number) AS last FROM asked a JOIN edition g ON g.article_id = a.article_id AND g.number <= a.number
      JOIN edition_decision d ON d.edition_id = g.id AND d.kind = 'approved' GROUP BY 1)
  SELECT x.account_id, x.forced FROM asked a JOIN edition f ON f.article_id = a.article_id AND f.number <= a.number
    JOIN LATERAL (SELECT w.account_id, false AS forced, w.wrote_at AS at FROM edition_author w WHERE w.edition_id = f.id
      UNION ALL SELECT d.decided_by_id, true, d.decided_at FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'forced') x ON true
  WHERE NOT EXISTS (SELECT FROM approved p WHERE p.decided_by_id <> x.account_id AND p.last > f.number)
    AND NOT EXISTS (SELECT FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'approved' AND d.decided_by_id <> x.account_id AND d.decided_at >= x.at) $$;

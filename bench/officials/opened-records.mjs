import { query } from '../../scripts/database/database.mjs';

/**
 * What pages are opened of.
 * @typedef {'province' | 'commune' | 'sub' | 'group' | 'instructor' | 'pair' | 'model' | 'session' | 'article' | 'month' | 'round' | 'check'} Opened
 */

/**
 * Records in the commune of Long Hưng, and a check by chance of any; null of what there is none.
 * @param {string} databaseUrl
 * @returns {Promise<Record<Opened, string>>}
 */
export async function openedRecords(databaseUrl) {
  const [row] = await query(
    databaseUrl,
    `WITH c AS (SELECT id FROM unit WHERE level = 'commune' AND slug = 'long-hung'),
       place AS (SELECT s.unit_id, s.level, s.path FROM unit_span s JOIN c ON s.commune_id = c.id WHERE s.is_last),
       p AS (SELECT p.id, p.instructor_id FROM pair p JOIN membership m ON m.person_id = p.instructor_id AND m.valid_to IS NULL
         JOIN place ON place.unit_id = m.unit_id WHERE p.valid_to IS NULL ORDER BY p.id LIMIT 1)
     SELECT (SELECT id FROM unit WHERE level = 'province') AS province, c.id AS commune,
       (SELECT unit_id FROM place WHERE level = 'sub_association' ORDER BY path LIMIT 1) AS sub,
       (SELECT unit_id FROM place WHERE level = 'group' ORDER BY path LIMIT 1) AS "group",
       p.instructor_id AS instructor, p.id AS pair,
       (SELECT h.model_id FROM model_host h JOIN place ON place.unit_id = h.unit_id WHERE h.valid_to IS NULL ORDER BY 1 LIMIT 1) AS model,
       (SELECT s.id FROM session s JOIN place ON place.unit_id = s.unit_id ORDER BY s.starts_at DESC LIMIT 1) AS session,
       (SELECT id FROM article WHERE kind = 'news' ORDER BY id LIMIT 1) AS article,
       (SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= current_date ORDER BY ends_on DESC LIMIT 1) AS month,
       drawn.round_id AS round, drawn.id AS "check"
     FROM c CROSS JOIN p LEFT JOIN (SELECT id, round_id FROM spot_check ORDER BY id LIMIT 1) drawn ON true`,
  );
  return row;
}

import { run, type Work } from '../work';
import { longHung } from './places';

const TERM_BEGAN = '2025-10-15';
const TERM_ENDS = '2030-10-15';
const NETWORKS_BEGAN = '2025-09-01';

/** Officers: heads and deputies of groups and sub-associations, vice-chairs and chairs of communes. All invented. */
export async function plantOffices(work: Work): Promise<number> {
  await prepareLeaders(work);
  // The chair of Long Hưng is a real woman of whom nothing is kept here; its vice-chair is invented like all others.
  return run(
    work.client,
    `INSERT INTO office (id, person_id, unit_id, title, term_id, valid_from, valid_to)
     SELECT pg_temp.seed_id('office', row_number() OVER (ORDER BY title, unit_no)), person_id, unit_id, title::office_title, term_id, valid_from, valid_to
     FROM (
       SELECT f.person_id, f.group_no AS unit_no, f.group_id AS unit_id, 'group_head' AS title, NULL::uuid AS term_id,
         f.joined_on AS valid_from, NULL::date AS valid_to
       FROM w_first f
       UNION ALL
       SELECT m.id, m.group_no, m.group_id, 'group_deputy', NULL, m.joined_on, NULL
       FROM w_member m WHERE m.rank = 2 AND pg_temp.draw('deputy', m.n) < 0.6
       UNION ALL
       SELECT f.person_id, s.no, s.id, CASE f.at WHEN 1 THEN 'sub_association_head' ELSE 'sub_association_deputy' END, NULL, s.opened_on, s.closed_on
       FROM w_sub s JOIN w_first f ON f.sub_no = s.no AND f.at <= 2
       UNION ALL
       SELECT f.person_id, c.no, c.id, CASE s.at WHEN 1 THEN 'vice_chair' ELSE 'chair' END, pg_temp.seed_id('term', c.no),
         DATE '${TERM_BEGAN}', DATE '${TERM_ENDS}'
       FROM w_unit c JOIN w_sub s ON s.commune_no = c.no AND s.at <= 2 JOIN w_first f ON f.sub_no = s.no AND f.at = 2
       WHERE c.level = 'commune' AND NOT (c.slug = '${longHung.commune}' AND s.at = 2)) x`,
  );
}

// Leaves who stands where: the first woman of each group, by the order of groups in her sub-association.
async function prepareLeaders({ client }: Work) {
  await client.query(`
    INSERT INTO term (id, unit_id, name, valid_from, valid_to)
      SELECT pg_temp.seed_id('term', no), id, 'Nhiệm kỳ 2025–2030', DATE '${TERM_BEGAN}', DATE '${TERM_ENDS}'
      FROM w_unit WHERE level IN ('province', 'commune');
    CREATE TEMP TABLE w_first ON COMMIT DROP AS
      SELECT m.n, m.id AS person_id, m.group_no, m.group_id, m.sub_no, m.commune_no, m.joined_on,
        row_number() OVER (PARTITION BY m.sub_no ORDER BY m.group_no)::int AS at
      FROM w_member m WHERE m.rank = 1;
    CREATE TEMP TABLE w_sub ON COMMIT DROP AS
      SELECT no, id, slug, commune_no, place, opened_on, closed_on,
        row_number() OVER (PARTITION BY commune_no ORDER BY (closed_on IS NOT NULL), no)::int AS at
      FROM w_unit WHERE level = 'sub_association';
    CREATE INDEX ON w_first (sub_no, at);
    CREATE INDEX ON w_first (group_no);
    CREATE INDEX ON w_sub (no);
    ANALYZE w_first;
    ANALYZE w_sub`);
}

/** Neighbouring networks and who takes part in them; never what is said there. Returns how many take part. */
export async function plantNetworks({ client }: Work): Promise<number> {
  await client.query(`
    CREATE TEMP TABLE w_network ON COMMIT DROP AS
      SELECT row_number() OVER (ORDER BY kind, unit_no)::int AS n, * FROM (
        SELECT 'community_digital_team'::network_kind AS kind, s.no AS unit_no, s.id AS unit_id, s.no AS sub_no, s.commune_no,
          'Tổ công nghệ số cộng đồng ' || s.place AS name
        FROM w_sub s WHERE s.closed_on IS NULL AND pg_temp.draw('digital team', s.no) < 0.8
        UNION ALL SELECT 'public_opinion_collaborator', c.no, c.id, NULL, c.no, 'Mạng lưới cộng tác viên dư luận xã hội ' || c.place
        FROM w_unit c WHERE c.level = 'commune'
        UNION ALL SELECT 'knowledge_sharing_group', c.no, c.id, NULL, c.no, 'Nhóm Zalo Phụ nữ số ' || c.place
        FROM w_unit c WHERE c.level = 'commune'
        UNION ALL SELECT 'knowledge_sharing_group', s.no, s.id, s.no, s.commune_no, 'Nhóm Zalo chi hội ' || s.place
        FROM w_sub s WHERE s.closed_on IS NULL AND pg_temp.draw('zalo', s.no) < 0.25) x
      WHERE EXISTS (SELECT FROM w_first f WHERE f.commune_no = x.commune_no);
    INSERT INTO network (id, kind, unit_id, name, valid_from)
      SELECT pg_temp.seed_id('network', n), kind, unit_id, name, DATE '${NETWORKS_BEGAN}' FROM w_network`);
  return run(
    client,
    `INSERT INTO network_member (id, network_id, person_id, valid_from)
     SELECT pg_temp.seed_id('network member', row_number() OVER (ORDER BY w.n, f.n)), pg_temp.seed_id('network', w.n), f.person_id,
       greatest(DATE '${NETWORKS_BEGAN}', f.joined_on)
     FROM w_network w JOIN w_first f ON f.commune_no = w.commune_no AND (f.sub_no = w.sub_no AND f.at <= 4 OR w.sub_no IS NULL AND f.at = 1)
     WHERE pg_temp.draw('network member' || w.n, f.n) < 0.7`,
  );
}

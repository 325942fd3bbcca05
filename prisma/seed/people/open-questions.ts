import { longHung, trangDai } from '../units/places';
import { run, type Work } from '../work';
import { accountId } from './accounts';

/*
 * What waits for the two communes whose officials sign in to the demonstration: records that may be one woman's, requests of
 * the neighbour, and women who told what is sensitive. In sub-associations of theirs that no journey walks through.
 */
export const communes = [
  { slug: longHung.commune, official: accountId('longhung@demo.invalid') },
  { slug: trangDai.commune, official: accountId('trangdai@demo.invalid') },
] as const;
const WALKED = ['khu-pho-1', 'khu-pho-3', 'khu-pho-5', 'khu-pho-6'];
export const ASKED = 20;

/** The slugs of the sub-associations that journeys walk through, as a list in SQL. */
export const walked = () => communes.flatMap(({ slug }) => WALKED.map((name) => `'${slug}-${name}'`)).join();

/** Twenty women of each of the two communes, numbered by `k`: first those who hold nothing that would have to be handed over. */
async function chooseWomen({ client }: Work): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE w_asked ON COMMIT DROP AS
      SELECT c.slug, row_number() OVER (PARTITION BY c.slug ORDER BY o.busy, pg_temp.draw('asked', m.n), m.n)::int AS k, m.n, m.id, m.group_id, m.commune_no, m.joined_on
      FROM w_member m JOIN w_unit c ON c.no = m.commune_no JOIN w_unit s ON s.no = m.sub_no JOIN person p ON p.id = m.id
        CROSS JOIN LATERAL (SELECT m.id IN (SELECT o.person_id FROM office o WHERE o.valid_to IS NULL)
          OR m.id IN (SELECT b.person_id FROM board_seat b) OR m.id IN (SELECT x.instructor_id FROM pair x UNION SELECT x.learner_id FROM pair x) AS busy) o
      WHERE c.slug IN ('${communes[0].slug}', '${communes[1].slug}') AND s.slug NOT IN (${walked()}) AND m.left_on IS NULL
        AND app.search_key(app.given_name(p.full_name)) <> lower(app.given_name(p.full_name)) AND p.full_name LIKE '% Thị %';
    DELETE FROM w_asked WHERE k > ${ASKED};
    CREATE UNIQUE INDEX ON w_asked (slug, k)`,
  );
}

/**
 * A second record of four women of each commune, as they come about: the name turned, the year not known, typed without
 * marks, or simply written down twice. Each belongs to another group of her commune for two months.
 */
export async function plantDoubles(work: Work): Promise<number> {
  await chooseWomen(work);
  const { client, today } = work;
  await client.query(`
    CREATE TEMP TABLE w_double ON COMMIT DROP AS
      SELECT pg_temp.seed_id('double', a.n) AS id, a.n, p.birth_year, (SELECT o.phone FROM app.number o WHERE o.row_id = p.id) AS phone, a.k, p.full_name, DATE '${today}' - 60 AS joined_on,
        (SELECT g.id FROM w_group g JOIN w_unit s ON s.no = g.sub_no WHERE g.commune_no = a.commune_no AND g.id <> a.group_id AND s.slug NOT IN (${walked()}) AND g.opened_on < DATE '${today}' - 60
          ORDER BY pg_temp.draw('double', a.n + g.no), g.no LIMIT 1) AS group_id
      FROM w_asked a JOIN person p ON p.id = a.id WHERE a.k BETWEEN 4 AND 7`);
  const doubles = await run(
    client,
    `INSERT INTO person (id, full_name, birth_year, phone, keeper_unit_id, demo, created_at)
    SELECT id, CASE k WHEN 4 THEN app.given_name(full_name) || ' ' || app.other_names(full_name) WHEN 6 THEN initcap(app.search_key(full_name)) ELSE full_name END,
      CASE WHEN k <> 5 THEN birth_year END, CASE WHEN k = 6 THEN coalesce(phone, '+84509' || lpad(n::text, 6, '0')) END, group_id, true, joined_on
    FROM w_double ORDER BY n`,
  );
  await client.query(`
    UPDATE person p SET phone = (SELECT o.phone FROM app.number o WHERE o.row_id = d.id) FROM person d JOIN w_double w ON w.id = d.id AND w.k = 6 JOIN w_asked a ON a.n = w.n
    WHERE p.id = a.id AND p.phone IS NULL;
    UPDATE person p SET phone = NULL FROM w_asked a WHERE a.k = 5 AND p.id = a.id;
    INSERT INTO membership (id, person_id, unit_id, kind, valid_from, created_at)
      SELECT pg_temp.seed_id('membership of double', n), id, group_id, 'member', joined_on, joined_on FROM w_double ORDER BY n`);
  return doubles;
}

/** Requests between the two communes: two wait for Long Hưng, one for Trảng Dài, one was declined, one seeks nobody on record. */
export async function plantRequests({ client }: Work): Promise<number> {
  const requests = [
    { n: 1, by: 1, of: 0, k: 1, purpose: 'transfer', days: 3 },
    { n: 2, by: 1, of: 0, k: 2, purpose: 'join', days: 6 },
    { n: 3, by: 0, of: 1, k: 1, purpose: 'transfer', days: 2 },
    { n: 4, by: 0, of: 1, k: 2, purpose: 'transfer', days: 20, declined: 'Chị ấy muốn ở lại chi hội cũ' },
    { n: 5, by: 0, of: 1, k: 0, purpose: 'join', days: 1, name: 'Lưu Thị Diễm Khanh', year: 1969 },
  ] as const;
  return run(
    client,
    `INSERT INTO person_request (id, person_id, sought_name, sought_birth_year, to_unit_id, purpose, asked_at, asked_by_id, answer, answered_at, answered_by_id, reason)
    SELECT pg_temp.seed_id('request', r.n), a.id, coalesce(p.full_name, r.name), coalesce(p.birth_year, r.year), t.group_id, r.purpose,
      pg_temp.dawn() - make_interval(days => r.days) + interval '9 hours', r.by_id,
      CASE WHEN r.declined IS NOT NULL THEN 'declined'::request_answer END, CASE WHEN r.declined IS NOT NULL THEN pg_temp.dawn() - make_interval(days => r.days - 2) END,
      CASE WHEN r.declined IS NOT NULL THEN r.of_id END, r.declined
    FROM jsonb_to_recordset($1) r (n int, k int, purpose text, days int, name text, year smallint, declined text, by_slug text, by_id uuid, of_slug text, of_id uuid)
      JOIN w_asked t ON t.slug = r.by_slug AND t.k = 3
      LEFT JOIN w_asked a ON a.slug = r.of_slug AND a.k = r.k LEFT JOIN person p ON p.id = a.id
    WHERE r.k = 0 OR a.id IS NOT NULL ORDER BY r.n`,
    [
      JSON.stringify(
        requests.map(({ by, of, ...row }) => ({
          ...row,
          by_slug: communes[by].slug,
          by_id: communes[by].official,
          of_slug: communes[of].slug,
          of_id: communes[of].official,
        })),
      ),
    ],
  );
}

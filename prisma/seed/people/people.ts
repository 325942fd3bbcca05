import { run, type Work } from '../work';
import { prepareNames } from './names';

/** Members of the groups, with rank in their group; ranks 1 and 2 are there from the group's first day and stay. */
export async function plantPeople(work: Work): Promise<number> {
  const { client, members, today } = work;
  await prepareNames(client);
  await client.query(`
    CREATE TEMP TABLE w_group ON COMMIT DROP AS
      SELECT row_number() OVER (ORDER BY no)::int AS at, no, id, commune_no, sub_no, ordinal, opened_on, remote FROM w_unit WHERE level = 'group';
    CREATE UNIQUE INDEX ON w_group (at);

    -- two in every group, the others wherever chance puts them
    CREATE TEMP TABLE w_member ON COMMIT DROP AS
      WITH total AS (SELECT count(*)::int AS groups FROM w_group),
      placed AS (SELECT n, CASE WHEN n <= 2 * groups THEN 1 + (n - 1) % groups ELSE 1 + floor(groups * pg_temp.draw('group', n))::int END AS at
        FROM generate_series(1, greatest(${members}, 2 * (SELECT groups FROM total))) n, total),
      ranked AS (SELECT p.n, g.*, row_number() OVER (PARTITION BY g.no ORDER BY p.n)::int AS rank FROM placed p JOIN w_group g USING (at)),
      dated AS (
        SELECT r.*, extract(year FROM DATE '${today}')::int
            - CASE WHEN rank <= 2 THEN pg_temp.between(24, 58, pg_temp.draw('age', n)) ELSE pg_temp.between(18, 84, pg_temp.draw('age', n)) END AS birth_year,
          CASE WHEN rank <= 2 OR pg_temp.draw('joined', n) < 0.7 THEN opened_on
            ELSE least(DATE '${today}' - 1, opened_on + pg_temp.between(10, 480, pg_temp.draw('joined on', n))) END AS joined_on
        FROM ranked r)
      SELECT n, pg_temp.seed_id('person', n) AS id, no AS group_no, id AS group_id, sub_no, commune_no, remote, rank, joined_on,
        CASE WHEN rank > 3 AND pg_temp.draw('left', n) < 0.05
          THEN least(DATE '${today}', joined_on + pg_temp.between(30, 400, pg_temp.draw('left on', n))) END AS left_on, birth_year
      FROM dated;
    CREATE UNIQUE INDEX ON w_member (n);
    CREATE INDEX ON w_member (group_no, rank);
    CREATE INDEX ON w_member (sub_no);
    CREATE INDEX ON w_member (commune_no);
    ANALYZE w_group;
    ANALYZE w_member`);
  // +84 50 is no range that a Vietnamese network holds
  return run(
    client,
    `INSERT INTO person (id, full_name, birth_year, phone, keeper_unit_id, demo, created_at)
    SELECT id, pg_temp.woman(n, birth_year, remote AND pg_temp.draw('minority', n) < 0.4 OR pg_temp.draw('minority', n) < 0.03), birth_year,
      CASE WHEN pg_temp.draw('phone', n) < 0.78 OR rank = 1 THEN '+8450' || lpad((1000 + n)::text, 7, '0') END, group_id, true, joined_on
    FROM w_member ORDER BY n`,
  );
}

/** Every member belongs to her group, a few no longer. */
export const plantMemberships = ({ client }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO membership (id, person_id, unit_id, kind, valid_from, valid_to, end_reason, created_at)
    SELECT pg_temp.seed_id('membership', n), id, group_id,
      (CASE WHEN rank = 1 OR pg_temp.draw('core', n) < 0.12 THEN 'core' WHEN pg_temp.draw('core', n) > 0.985 THEN 'honorary'
        ELSE 'member' END)::membership_kind,
      joined_on, left_on, CASE WHEN left_on IS NOT NULL THEN 'Chuyển nơi ở' END, joined_on
    FROM w_member ORDER BY n`,
  );

/** Households: most members head one, some live with the first woman of their group. Returns how many households. */
export async function plantHouseholds({ client }: Work): Promise<number> {
  await client.query(`
    CREATE TEMP TABLE w_home ON COMMIT DROP AS
      SELECT m.n, m.id AS person_id, m.group_no, m.group_id, m.sub_no, m.rank, m.joined_on, m.left_on,
        CASE WHEN m.rank > 2 AND pg_temp.draw('home', m.n) < 0.18 THEN first.n ELSE m.n END AS head_n
      FROM w_member m JOIN w_member first ON first.group_no = m.group_no AND first.rank = 1;
    CREATE INDEX ON w_home (group_no, rank); CREATE INDEX ON w_home (sub_no); CREATE INDEX ON w_home (head_n); ANALYZE w_home`);
  const households = await run(
    client,
    `INSERT INTO household (id, unit_id, head_person_id, size)
    SELECT pg_temp.seed_id('household', n), group_id, person_id, pg_temp.between(2, 6, pg_temp.draw('household', n))
    FROM w_home WHERE head_n = n ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO household_member (id, household_id, person_id, valid_from, valid_to)
    SELECT pg_temp.seed_id('household member', n), pg_temp.seed_id('household', head_n), person_id, joined_on, left_on
    FROM w_home ORDER BY n`,
  );
  return households;
}

/** The answers of the members: nearly all to the keeping of records, some to being called. */
export async function plantConsents({ client }: Work): Promise<number> {
  const answers = [
    { purpose: 'record_keeping', share: 0.985 },
    { purpose: 'contact', share: 0.4 },
  ] as const;
  let count = 0;
  for (const { purpose, share } of answers) {
    count += await run(
      client,
      `INSERT INTO consent (id, person_id, text_id, purpose, answer, channel, answered_at, created_at)
      SELECT pg_temp.seed_id('consent ${purpose}', m.n), m.id, t.id, '${purpose}', 'given',
        (CASE WHEN pg_temp.draw('channel', m.n) < 0.8 THEN 'paper' ELSE 'in_person' END)::channel,
        m.joined_on + time '02:00', m.joined_on + time '02:00'
      FROM w_member m JOIN consent_text t ON t.purpose = '${purpose}' AND t.locale = 'vi'
      WHERE pg_temp.draw('consent ${purpose}', m.n) < ${share} ORDER BY m.n`,
    );
  }
  return count;
}

import { run, type Work } from '../work';

const OFFICIAL_SINCE = '2025-07-15';

/** An official of every commune that is not known to have one, so that there is somebody to send to its neighbours; none of them can sign in (no password). */
export async function plantOfficials(
  { client, today }: Work,
  known: readonly string[],
  grantedBy: string,
): Promise<number> {
  const officials = await run(
    client,
    `INSERT INTO account (id, display_name, email, demo, created_at)
     SELECT pg_temp.seed_id('official', c.no), p.full_name, 'canbo.' || c.slug || '@demo.invalid', true, DATE '${OFFICIAL_SINCE}'
     FROM w_unit c JOIN LATERAL (SELECT o.person_id FROM office o WHERE o.unit_id = c.id AND app.active_on(o.valid_from, o.valid_to, DATE '${today}') ORDER BY o.title, o.id LIMIT 1) o ON true
       JOIN person p ON p.id = o.person_id
     WHERE c.level = 'commune' AND c.closed_on IS NULL AND c.slug <> ALL ($1) ORDER BY c.no`,
    [[...known]],
  );
  await run(
    client,
    `INSERT INTO role_grant (id, account_id, role, unit_id, valid_from, granted_at, granted_by_id)
     SELECT pg_temp.seed_id('role of an official', c.no), a.id, 'commune_official', c.id, DATE '${OFFICIAL_SINCE}', DATE '${OFFICIAL_SINCE}', '${grantedBy}'
     FROM w_unit c JOIN account a ON a.id = pg_temp.seed_id('official', c.no) ORDER BY c.no`,
  );
  return officials;
}

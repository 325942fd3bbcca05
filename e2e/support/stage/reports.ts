import type pg from 'pg';
import { createSession } from '../../../test/factories/trainings';
import { type Made, read } from '../../../test/factories/write';
import { makeRegister } from './outcomes';

/** A session of Khu phố 5, Long Hưng, on a day, with three women on its register, that its trainer has not reported. */
export async function makeUnreported(database: pg.Client, day: string): Promise<string> {
  const [found] = await read<{ unit: string; course: string; account: string }>(
    database,
    `SELECT s.unit_id AS unit, (SELECT id FROM course WHERE code = 'verified-information') AS course, a.id AS account FROM unit_span s JOIN unit c ON c.id = s.commune_id AND c.slug = 'long-hung'
       JOIN unit_name n ON n.unit_id = s.unit_id AND n.name = 'Chi hội Khu phố 5' CROSS JOIN account a WHERE s.level = 'sub_association' AND s.is_last AND a.email = 'longhung@demo.invalid' LIMIT 1`,
  );
  const women = await read<Made>(
    database,
    `SELECT m.person_id AS id FROM membership m JOIN person p ON p.id = m.person_id JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last
     WHERE s.sub_association_id = '${found?.unit}' AND m.valid_to IS NULL AND p.erased_on IS NULL AND p.merged_into_id IS NULL ORDER BY p.id LIMIT 3`,
  );
  const session = await createSession(database, {
    course: { id: found?.course ?? '' },
    unit: { id: found?.unit ?? '' },
    startsAt: `${day}T04:10:00+07:00`,
    endsAt: `${day}T05:10:00+07:00`,
  });
  await makeRegister(database, session, women, { id: found?.account ?? '' });
  return session.id;
}

/** The addresses of the reports of Long Hưng for the last two months, the last one first. */
export async function twoMonths(database: pg.Client): Promise<string[]> {
  const rows = await read<{ path: string }>(
    database,
    `SELECT '/admin/reports/' || u.id || '/' || p.id AS path FROM reporting_period p JOIN unit u ON u.slug = 'long-hung' AND u.level = 'commune'
     WHERE p.kind = 'month' AND p.ends_on <= app.today() ORDER BY p.starts_on DESC LIMIT 2`,
  );
  return rows.map(({ path }) => path);
}

const partsOf = (address: string) => address.split('/').slice(-2) as [string, string];

/** A day in the month of a report. */
export async function dayOf(database: pg.Client, address: string): Promise<string> {
  const [found] = await read<{ day: string }>(
    database,
    `SELECT (starts_on + 11)::text AS day FROM reporting_period WHERE id = '${partsOf(address)[1]}'`,
  );
  return found?.day ?? '';
}

/** What was kept of each signing of a report, as a sum. */
export const signings = (database: pg.Client, address: string) =>
  read<{ sum: string }>(
    database,
    `SELECT md5(coalesce(a.content::text, '') || s.sha256::text) AS sum FROM report r JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' JOIN snapshot s ON s.id = a.snapshot_id
     WHERE r.unit_id = '${partsOf(address)[0]}' AND r.period_id = '${partsOf(address)[1]}' ORDER BY a.taken_at, a.id`,
  );

/** Nobody was reminded of a report, as before a first attempt. */
export async function forgetReminded(database: pg.Client): Promise<void> {
  await database.query(
    `DELETE FROM reminder_recipient t USING reminder m WHERE m.id = t.reminder_id AND m.kind = 'report'`,
  );
  await database.query(`DELETE FROM reminder WHERE kind = 'report'`);
}

/** An account that was reminded of a report: of the commune that comes last. */
export async function findReminded(database: pg.Client): Promise<string> {
  const [found] = await read<Made>(
    database,
    `SELECT t.account_id AS id FROM reminder m JOIN reminder_recipient t ON t.reminder_id = m.id JOIN unit u ON u.id = m.unit_id
     WHERE m.kind = 'report' ORDER BY u.slug DESC, t.account_id LIMIT 1`,
  );
  return found?.id ?? '';
}

/** The last month that is over. */
export async function lastMonth(database: pg.Client): Promise<string> {
  const [found] = await read<Made>(
    database,
    `SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= app.today() ORDER BY ends_on DESC LIMIT 1`,
  );
  return found?.id ?? '';
}

/** A month of Long Hưng that was signed, and the one that runs. */
export async function monthsOf(database: pg.Client): Promise<{ signed: string; running: string }> {
  const [found] = await read<{ unit: string; signed: string; running: string }>(
    database,
    `SELECT u.id AS unit, r.period_id AS signed, (SELECT p.id FROM reporting_period p WHERE p.kind = 'month' AND p.starts_on <= app.today() AND p.ends_on > app.today()) AS running
     FROM unit u JOIN report r ON r.unit_id = u.id AND r.state IN ('submitted', 'accepted', 'locked') JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month'
     WHERE u.slug = 'long-hung' AND u.level = 'commune' ORDER BY p.starts_on LIMIT 1`,
  );
  const of = (period: string | undefined) => `/admin/reports/${found?.unit}/${period}`;
  return { signed: of(found?.signed), running: of(found?.running) };
}

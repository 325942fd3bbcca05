import pg from 'pg';
import { addDays, type Day, monthStart } from '@/domain/days/day';
import { formsOf } from '../../bench/portal/html.mjs';

/** The portal, an official of the province in it, and its database as its owner. */
type Stage = { portal: string; cookie: string; database: pg.Client };
type Unit = { id: string; slug: string };

const WARDS = 10;
/** The commune of the demonstration's official is left as it is: she looks on. */
const LEFT = ['long-hung', 'trang-dai'];

/**
 * Restructures the city of a demonstration from today, by the forms of the portal, with months locked before: communes merged, a group
 * split, communes that become wards. Says what it did.
 */
export async function rehearse(address: string, { portal, cookie }: Omit<Stage, 'database'>): Promise<string[]> {
  const database = new pg.Client({ connectionString: address });
  await database.connect();
  const stage = { portal, cookie, database };
  try {
    const [one, other, third, fourth] = await communes(stage, true, 4);
    const [silent] = await communes(stage, false, 1);
    if (!one || !other || !third || !fourth || !silent) throw new Error('The demonstration has too few communes.');
    const locked = await lockMonths(stage, [one, other, third]);
    await change(stage, one, 'merge', { targetId: other.id });
    await change(stage, silent, 'merge', { targetId: third.id });
    const group = await splitAcross(stage, third, fourth);
    const wards = await becomeWards(stage, [one, silent]);
    return [
      `locked: ${locked.join(' and ')} of ${[one, other, third].map(({ slug }) => slug).join(', ')}`,
      `merged: ${one.slug} into ${other.slug}, both report; ${silent.slug}, silent, into ${third.slug}`,
      `split across communes: ${group} of ${third.slug}, a part of it now in ${fourth.slug}`,
      `wards: ${wards.join(', ')}`,
    ];
  } finally {
    await database.end();
  }
}

/** Communes that report or are silent, with units, in the order of their names. */
async function communes({ database }: Stage, heard: boolean, count: number): Promise<Unit[]> {
  const { rows } = await database.query<Unit>(
    `SELECT u.id::text AS id, u.slug FROM app.coverage(app.today()) c JOIN unit u ON u.id = c.commune_id
     WHERE c.level = 'group' AND c.units > 3 AND c.reported = $1 AND u.slug <> ALL ($2) ORDER BY u.slug LIMIT $3`,
    [heard, LEFT, count],
  );
  return rows;
}

/** The two months before this one, as locked reports keep them. */
async function lockMonths({ database }: Stage, locked: readonly Unit[]): Promise<Day[]> {
  const { rows } = await database.query<{ today: Day }>('SELECT app.today()::text AS today');
  const months = [-2, -1].map((back) => monthStart(rows[0]?.today ?? '2026-01-01', back));
  for (const month of months)
    for (const { id } of locked)
      await database.query(
        `WITH period AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on) VALUES (app.uuid7(), 'month', $2, $3, $3)
           ON CONFLICT (kind, starts_on) DO UPDATE SET ends_on = excluded.ends_on RETURNING id)
         INSERT INTO report (id, unit_id, period_id, state) SELECT app.uuid7(), $1, id, 'locked' FROM period
         ON CONFLICT DO NOTHING`,
        [id, month, monthStart(addDays(month, 31))],
      );
  return months;
}

/** A covered group is split in two, and one part moves under a sub-association of another commune. */
async function splitAcross(stage: Stage, from: Unit, to: Unit): Promise<string> {
  const [group] = await unitsIn(stage, from, 'group');
  const [above] = await unitsIn(stage, to, 'sub_association');
  if (!group || !above) throw new Error('There is no group to split.');
  await change(stage, group, 'split', { part1: 'Tổ tách sang', keep: 'on', rule: 'alternate' });
  const { rows } = await stage.database.query<Unit>(
    'SELECT u.id::text AS id, u.slug FROM unit_lineage l JOIN unit u ON u.id = l.successor_id WHERE l.predecessor_id = $1 ORDER BY l.id DESC LIMIT 1',
    [group.id],
  );
  if (!rows[0]) throw new Error('The split made no part.');
  await change(stage, rows[0], 'move', { targetId: above.id });
  return group.slug;
}

async function unitsIn({ database }: Stage, { id }: Unit, level: string): Promise<Unit[]> {
  const { rows } = await database.query<Unit>(
    `SELECT u.id::text AS id, u.slug FROM app.coverage_units_of($1, app.today()) c JOIN unit u ON u.id = c.unit_id
     WHERE c.level = $2::unit_level ORDER BY c.covered DESC, u.slug LIMIT 5`,
    [id, level],
  );
  return rows;
}

async function becomeWards(stage: Stage, gone: readonly Unit[]): Promise<string[]> {
  const { rows } = await stage.database.query<Unit>(
    `SELECT u.id::text AS id, u.slug FROM unit u JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, app.today())
     WHERE u.level = 'commune' AND k.kind = 'commune' AND u.closed_on IS NULL AND u.slug <> ALL ($1) ORDER BY u.slug LIMIT $2`,
    [[...LEFT, ...gone.map(({ slug }) => slug)], WARDS],
  );
  for (const commune of rows) await change(stage, commune, 'change_kind', { unitKind: 'ward' });
  return rows.map(({ slug }) => slug);
}

/** A change as an official makes it without a script: its form, its preview, and what was previewed confirmed. */
async function change(stage: Stage, { id, slug }: Unit, kind: string, fields: Record<string, string>): Promise<void> {
  const path = `/admin/units/${id}/change/${kind.replace('_', '-')}`;
  const asked = await formOn(stage, path, (form) => form.get('kind') === kind);
  for (const [name, value] of Object.entries(fields)) asked.set(name, value);
  const preview = await send(stage, path, asked);
  if (!preview.includes('plan=')) throw new Error(`${kind} of ${slug} was refused: ${preview}`);
  const done = await send(stage, preview, await formOn(stage, preview, (form) => form.has('digest')));
  if (!done.includes(`said=${kind}`)) throw new Error(`${kind} of ${slug} was not carried out: ${done}`);
}

async function formOn(
  { portal, cookie }: Stage,
  path: string,
  isMeant: (form: FormData) => boolean,
): Promise<FormData> {
  const answer = await fetch(portal + path, { headers: { cookie } });
  const form = formsOf(await answer.text()).find(isMeant);
  if (!form) throw new Error(`${path} has no such form (${answer.status}).`);
  return form;
}

/** Sends a form; answers with where it leads. */
async function send({ portal, cookie }: Stage, path: string, form: FormData): Promise<string> {
  const headers = { cookie, origin: portal };
  const answer = await fetch(portal + path, { method: 'POST', headers, body: form, redirect: 'manual' });
  const text = await answer.text();
  const to = answer.headers.get('location');
  if (!to)
    throw new Error(`${path} was answered ${answer.status}: ${/role="alert"[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
  return to.replace(portal, '');
}

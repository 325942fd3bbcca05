import { addDays, startOf, toDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { isKnownHost, LOOK_DAYS, type Look } from './link';
import { handsOutSql } from './material-queries';
import { lookAtPublishedOwn, type OwnPage } from './own-queries';

const OWN_AT_ONCE = 200;
/** So many links outside are held at once. */
const DUE_AT_ONCE = 500;
/** Outside so many hosts are asked at once, each one question at a time. */
const HOSTS_AT_ONCE = 4;
/** More than one night asks for waits for the next. */
const OUTSIDE_A_DAY = 2_000;
/** After so many without any answer nobody is asked any more that night. */
const SILENCE_MAX = 20;

type Due = { id: string; address: string; host: string };
type Looked = { id: string; look: Look };
export type LookOutside = (address: string, added: readonly string[]) => Promise<Look>;

const USED = Prisma.sql`(EXISTS (SELECT FROM link_use u JOIN publication p ON p.id = u.publication_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL WHERE u.link_id = l.id)
  OR ${handsOutSql})`;

/** Looks at every page of the portal that public texts and materials lead to; nobody is asked for it. Says how many it looked at. */
export async function lookAtOwn(
  mayGoOn: () => Promise<boolean>,
  pageOf: (path: string) => OwnPage | null,
): Promise<number> {
  let looked = 0;
  for (let after: string | null = null; ; ) {
    const links: { id: string; address: string }[] = await db.$queryRaw`
      SELECT l.id::text, l.address FROM link l WHERE l.host IS NULL AND (${after}::uuid IS NULL OR l.id > ${after}::uuid) AND ${USED} ORDER BY l.id LIMIT ${OWN_AT_ONCE}::int`;
    if (links.length === 0) return looked;
    const looks = await lookAtPublishedOwn(links.map(({ address }) => pageOf(address)));
    await keep(links.map(({ id }, at) => ({ id, look: looks[at] ?? { state: 'found' } })));
    looked += links.length;
    after = links.at(-1)?.id ?? null;
    if (!(await mayGoOn())) return looked;
  }
}

/** Asks the known hosts outside for what is due, and says how many it asked; others are told as not asked. Where nobody is heard the portal has no way out: no link is missed. */
export async function lookOutside(mayGoOn: () => Promise<boolean>, look: LookOutside): Promise<number> {
  const added = (await db.linkHost.findMany({ select: { host: true }, take: 1_000 })).map(({ host }) => host);
  await leave(Prisma.sql`NOT ${knownSql(added)}`);
  let heard = false;
  const silent: Looked[] = [];
  /** Some say nothing while nobody else was due: those are silent themselves if others were heard lately. So many at once are an outage. */
  const end = async () => {
    if (silent.length > 0 && silent.length < SILENCE_MAX && (await wasHeardLately())) await keep(silent);
    return asked;
  };
  let asked = 0;
  for (let due = await nextDue(added); due.length > 0 && asked < OUTSIDE_A_DAY; due = await nextDue(added))
    while (due.length > 0) {
      if (silent.length >= SILENCE_MAX || !(await mayGoOn())) return end();
      const now = oneOfEachHost(due);
      const looks = await Promise.all(now.map(({ address }) => look(address, added)));
      const looked = now.map(({ id }, at) => ({ id, look: looks[at] ?? { state: 'unreached', cause: 'no-answer' } }));
      heard ||= looked.some(isHeard);
      if (!heard) await putOff(looked);
      silent.push(...looked);
      if (heard) await keep(silent.splice(0));
      asked += now.length;
      due = due.filter((one) => !now.includes(one));
    }
  return end();
}

/** Whatever it says, it came from outside. */
const isHeard = ({ look }: Looked) => look.state !== 'unreached' || look.status !== undefined;

/** Did anybody outside answer since the last time that all were asked? */
async function wasHeardLately(): Promise<boolean> {
  const since = startOf(addDays(today(), -LOOK_DAYS - 1));
  const where = { host: { not: null }, state: { in: ['found' as const, 'gone' as const] }, lookedAt: { gte: since } };
  return (await db.link.findFirst({ where, select: { id: true } })) !== null;
}

/** Asks tomorrow, and says nothing of them today. */
const putOff = (looked: readonly Looked[]) =>
  db.link.updateMany({
    where: { id: { in: looked.map(({ id }) => id) } },
    data: { dueOn: toDate(addDays(today(), 1)) },
  });

/** Where nobody outside may be asked, what came of asking once is said no more: all links outside are told as not asked. Says how many that are. */
export const leaveOutside = (): Promise<number> => leave(Prisma.sql`true`);

/** Links outside that nobody asks any more; whoever may be asked again is due at once. */
const leave = (which: Prisma.Sql) => db.$executeRaw`
  UPDATE link l SET state = 'unasked', cause = NULL, status = NULL, moved_to = NULL, misses = 0, missed_on = NULL, since = now(), due_on = app.today()
  WHERE l.host IS NOT NULL AND l.state <> 'unasked' AND ${which}`;

/** The first of each host, of at most so many hosts. */
const oneOfEachHost = (due: readonly Due[]): Due[] =>
  [...new Map(due.toReversed().map((one) => [one.host, one])).values()].reverse().slice(0, HOSTS_AT_ONCE);

/** The same as `isKnownHost`, which is asked again before anybody is. */
const knownSql = (added: readonly string[]) =>
  Prisma.sql`(${Prisma.join(
    ['gov.vn', ...added].map(
      (known) => Prisma.sql`(l.host = ${known} OR l.host LIKE ${`%.${known.replace(/[\\%_]/g, '\\$&')}`})`,
    ),
    ' OR ',
  )})`;

/** What has been due longest, so much as memory holds at once. */
async function nextDue(added: readonly string[]): Promise<Due[]> {
  const rows = await db.$queryRaw<Due[]>`
    SELECT l.id::text, l.address, l.host FROM link l
    WHERE l.due_on <= ${toDate(today())}::date AND l.host IS NOT NULL AND ${knownSql(added)} AND ${USED} ORDER BY l.due_on, l.id LIMIT ${DUE_AT_ONCE}::int`;
  return rows.filter(({ host }) => isKnownHost(host, added));
}

/** What came of a look. A miss counts once a day; what leads somewhere is looked at again in a week, all else tomorrow. */
async function keep(looks: readonly Looked[]): Promise<void> {
  const day = today();
  const rows = looks.map(({ id, look }) => ({
    id,
    cause: null,
    status: null,
    movedTo: null,
    ...look,
    due: addDays(day, look.state === 'found' ? LOOK_DAYS : 1),
  }));
  await db.$executeRaw`
    UPDATE link l SET state = x.state::link_state, cause = x.cause, status = x.status, moved_to = x."movedTo", looked_at = now(), due_on = x.due,
      since = CASE WHEN l.state = x.state::link_state THEN l.since ELSE now() END,
      found_at = CASE WHEN x.state = 'found' THEN now() ELSE l.found_at END,
      misses = CASE WHEN x.state <> 'unreached' THEN 0 WHEN l.missed_on = ${toDate(day)}::date AND l.misses > 0 THEN l.misses ELSE l.misses + 1 END,
      missed_on = CASE WHEN x.state = 'unreached' THEN ${toDate(day)}::date ELSE NULL END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, state text, cause text, status int, "movedTo" text, due date) WHERE l.id = x.id`;
}

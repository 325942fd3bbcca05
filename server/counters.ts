import 'server-only';
import { db, Prisma } from '@/prisma/client';

/** How often something may be done in the minutes that begin with the first time, counted in PostgreSQL for all processes. */
export type Counter = { name: string; most: number; minutes: number };

export const counter = (name: string, most: number, minutes: number): Counter => ({ name, most, minutes });

/** One more of something: whose it is, and the seconds that a count which begins with it lasts, where not the usual ones. */
type Time = { of: Counter; key: string; lasting?: number };

/** How many times it is now, and the seconds until there may be another; 0 when this one may be. */
export type Counted = { times: number; seconds: number };

const keyOf = ({ of, key }: Time) => `${of.name}:${key}`;

/**
 * Counts in each of these, one after the other, and stops behind the first that is full: what is refused there counts nowhere
 * else. One statement, for it stands before every form and every question.
 */
export async function count(...times: [Time, ...Time[]]): Promise<Counted[]> {
  const steps = times.map((time, at) => {
    const before = times[at - 1];
    const from = before
      ? Prisma.sql`${Prisma.raw(`step${at - 1}`)} b WHERE b.points <= ${before.of.most}`
      : Prisma.sql`lightly`;
    return Prisma.sql`${Prisma.raw(`step${at}`)} AS (INSERT INTO throttle AS t (key, points, expire)
      SELECT ${keyOf(time)}, 1, now() + ${time.lasting ?? time.of.minutes * 60}::int * interval '1 second' FROM ${from}
      ON CONFLICT (key) DO UPDATE SET points = CASE WHEN t.expire <= now() THEN 1 ELSE t.points + 1 END,
        expire = CASE WHEN t.expire <= now() THEN excluded.expire ELSE t.expire END
      RETURNING points, expire)`;
  });
  const told = times.map(
    ({ of }, at) => Prisma.sql`SELECT ${at}::int AS step, points AS times,
      CASE WHEN points <= ${of.most} THEN 0 ELSE greatest(1, ceil(extract(epoch FROM expire - now())))::int END AS seconds
      FROM ${Prisma.raw(`step${at}`)}`,
  );
  // nobody waits until a count is on the disk: what a crash takes of it is a fraction of a second
  return db.$queryRaw<Counted[]>`WITH lightly AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)),
    ${Prisma.join(steps)} ${Prisma.join(told, ' UNION ALL ')} ORDER BY step`;
}

/** Counts once: 0 when it may be, otherwise the seconds until there may be another. */
export async function secondsUntil(of: Counter, key: string, lasting?: number): Promise<number> {
  const [counted] = await count({ of, key, ...(lasting === undefined ? {} : { lasting }) });
  return counted?.seconds ?? 0;
}

/** Counts once: how many times it is now. */
export const timesWith = async (of: Counter, key: string): Promise<number> => (await count({ of, key }))[0]?.times ?? 0;

/** How many times it was, without counting. */
export async function timesOf(of: Counter, key: string): Promise<number> {
  const found = await db.throttle.findFirst({
    where: { key: keyOf({ of, key }), expire: { gt: new Date() } },
    select: { points: true },
  });
  return found?.points ?? 0;
}

/** Takes one off again that was counted, or as many as are said. */
export async function takeOff(of: Counter, key: string, times = 1): Promise<void> {
  await db.$executeRaw`UPDATE throttle SET points = greatest(0, points - ${times}::int) WHERE key = ${keyOf({ of, key })}`;
}

/** Forgets what these counted of somebody. */
export async function forget(counters: readonly Counter[], key: string): Promise<void> {
  await db.throttle.deleteMany({ where: { key: { in: counters.map((of) => keyOf({ of, key })) } } });
}

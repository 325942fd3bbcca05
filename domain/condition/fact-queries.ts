import { mayAnywhere } from '@/domain/access/access';
import { roles } from '@/domain/access/permissions';
import { canSeePeople } from '@/domain/access/sees-people';
import type { Viewer } from '@/domain/access/viewer';
import { jobNames, LATE } from '@/domain/jobs/job';
import { db, Prisma } from '@/prisma/client';
import type { DatabaseFacts } from './facts';

/** Days of letters and rounds that are counted. */
const LATELY = 7;

const ROLE_HOLDS = Prisma.sql`g.revoked_at IS NULL AND g.valid_from <= app.today() AND (g.valid_to IS NULL OR g.valid_to > app.today())`;

/** What the database says of the portal's condition, in one statement; null for a viewer who may not see it. */
export const findDatabaseFacts = async (viewer: Viewer): Promise<DatabaseFacts | null> =>
  mayAnywhere(viewer, 'condition.see') ? readFacts(db) : null;

/** The same for whoever keeps the machine, at its console (scripts/product/doctor.ts). */
export const readDatabaseFacts = (): Promise<DatabaseFacts> => readFacts(db);

type Row = Omit<DatabaseFacts, 'mail' | 'key' | 'bytes' | 'aheadMs'> & {
  mail: { waiting: number; oldestAt: string | null; failed: number; code: string | null };
  key: { at: string | null; kept: number };
  bytes: bigint;
  /** milliseconds since 1970 by its own clock */
  clock: number;
};

async function readFacts(door: typeof db): Promise<DatabaseFacts> {
  const asked = Date.now();
  const [row] = await door.$queryRaw<Row[]>(factsSql());
  if (!row) throw new Error('the database said nothing of itself');
  const { mail, key, bytes, clock, ...rest } = row;
  return {
    ...rest,
    mail: { ...mail, oldestAt: dateOf(mail.oldestAt) },
    key: { ...key, at: dateOf(key.at) },
    bytes: Number(bytes),
    // it was read somewhere between the question and the answer
    aheadMs: Math.round((asked + Date.now()) / 2 - clock),
  };
}

const dateOf = (instant: string | null) => (instant ? new Date(instant) : null);

const factsSql = () => Prisma.sql`
  SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
    ARRAY (SELECT migration_name::text FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
    (${jobsSql()}) AS jobs, (${mailSql()}) AS mail, (${sessionsSql()}) AS sessions, (${accountsSql()}) AS accounts,
    (SELECT jsonb_build_object('at', max(created_at) FILTER (WHERE retired_at IS NULL), 'kept', count(*) FILTER (WHERE retired_at IS NULL)) FROM encryption_key) AS key,
    (SELECT jsonb_build_object('devices', (SELECT count(*) FROM subscription), 'sent', coalesce(sum(sent), 0), 'refused', coalesce(sum(refused), 0))
      FROM push_round WHERE begun_at > now() - ${LATELY} * interval '1 day') AS push,
    (SELECT count(*)::int FROM alarm WHERE seen_at IS NULL) AS alarms,
    pg_database_size(current_database()) AS bytes, extract(epoch FROM clock_timestamp())::float8 * 1000 AS clock`;

const jobsSql = () => Prisma.sql`
  SELECT jsonb_build_object('failing', count(*) FILTER (WHERE failures > 0), 'late', count(*) FILTER (WHERE failures = 0 AND due_at < now() - ${LATE} * interval '1 millisecond'),
    'found', (SELECT count(*) FROM coverage_difference WHERE seen_at IS NULL)) FROM job WHERE name = ANY (${[...jobNames]}::text[])`;

const mailSql = () => Prisma.sql`
  SELECT jsonb_build_object('waiting', count(*) FILTER (WHERE state = 'ready'), 'oldestAt', min(created_at) FILTER (WHERE state = 'ready'),
    'failed', count(*) FILTER (WHERE state = 'failed' AND created_at > now() - ${LATELY} * interval '1 day'),
    'code', (array_agg(last_error ORDER BY created_at DESC) FILTER (WHERE last_error IS NOT NULL AND (state = 'ready' OR created_at > now() - ${LATELY} * interval '1 day')))[1])
  FROM outbox_message WHERE kind = 'email' AND state IN ('ready', 'failed')`;

/** Each session once, under the first of its account's roles. */
const sessionsSql = () => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'count', r.count) ORDER BY r.role), '[]') FROM (
    SELECT h.role, count(*) FROM account_session s
      JOIN LATERAL (SELECT min(g.role) AS role FROM role_grant g WHERE g.account_id = s.account_id AND ${ROLE_HOLDS}) h ON h.role IS NOT NULL
    WHERE s.ended_at IS NULL AND s.expires_at > now() GROUP BY h.role) r`;

/** Accounts that can see a person's record. */
const accountsSql = () => Prisma.sql`
  SELECT jsonb_build_object('all', count(*), 'without', count(*) FILTER (WHERE NOT EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id)))
  FROM account a WHERE a.disabled_at IS NULL AND EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND ${ROLE_HOLDS}
    AND g.role = ANY (${roles.filter(canSeePeople)}::role[]))`;

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** The findings of a walk through the chain of the audit trail. */
export type AuditCheck = {
  /** an instant */
  at: string;
  /** links of the chain */
  length: number;
  /** anchors it was held against */
  anchors: number;
  /** what is wrong, one sentence each, the first of them; none when the trail is whole */
  wrong: string[];
};
type Anchor = { day: string; position: string; hash: string };

const WRONG_MAX = 20;
/** Going through a million entries takes seconds (`npm run bench -- trail`), a minute on a busy machine; no page waits for it. */
const STATEMENT_MS = 900_000;

const anchorFile = (dataDir: string) => path.resolve(/* turbopackIgnore: true */ dataDir, 'audit-anchors');
const headFile = (dataDir: string) => path.resolve(/* turbopackIgnore: true */ dataDir, 'audit-head');
const checkFile = (dataDir: string) => path.resolve(/* turbopackIgnore: true */ dataDir, 'audit-check.json');

const anchorsIn = (file: string): Anchor[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [, day, position, hash] = /^(\d{4}-\d\d-\d\d) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
          return day && position && hash ? [{ day, position, hash }] : [];
        })
    : [];

/** The last check of this portal, or null when there was none yet. */
export function lastAuditCheck(dataDir: string): AuditCheck | null {
  try {
    return JSON.parse(readFileSync(checkFile(dataDir), 'utf8')) as AuditCheck;
  } catch {
    return null;
  }
}

/** Looks through the trail once a day, for the first process that asks on it. */
export async function checkAuditDaily(databaseUrl: string, dataDir: string, now = new Date()): Promise<void> {
  const last = lastAuditCheck(dataDir);
  if (last?.at.slice(0, 10) !== now.toISOString().slice(0, 10)) await checkAudit(databaseUrl, dataDir, now);
}

/**
 * Holds the whole chain against every anchor kept so far and keeps today's head as a new one, outside the database:
 * whoever could rewrite all of that is still found out. The page of the trail shows the outcome.
 */
export async function checkAudit(databaseUrl: string, dataDir: string, now = new Date()): Promise<AuditCheck> {
  return withTrail(databaseUrl, async (client) => {
    const anchors = anchorsIn(anchorFile(dataDir));
    const kept = [...anchors, ...anchorsIn(headFile(dataDir))];
    const wrong = [...(await brokenLinks(client)), ...(await missedAnchors(client, kept))];
    const head = await headOf(client);
    const day = now.toISOString().slice(0, 10);
    if (head && wrong.length === 0 && anchors.at(-1)?.day !== day) keepAnchor(dataDir, { day, ...head });
    const check = { at: now.toISOString(), length: Number(head?.position ?? 0), anchors: anchors.length, wrong };
    replace(checkFile(dataDir), JSON.stringify(check));
    return check;
  });
}

/**
 * Keeps the newest link outside the database, for what is cut off before the next anchor. One that the chain holds no more stays as
 * it is, for the check to find; returns whether the chain held it.
 */
export async function keepAuditHead(databaseUrl: string, dataDir: string, now = new Date()): Promise<boolean> {
  return withTrail(databaseUrl, async (client) => {
    if ((await missedAnchors(client, anchorsIn(headFile(dataDir)))).length > 0) return false;
    const head = await headOf(client);
    if (head) replace(headFile(dataDir), lineOf({ day: now.toISOString().slice(0, 10), ...head }));
    return true;
  });
}

/** Everything that is asked sees the trail of one moment. */
async function withTrail<T>(databaseUrl: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_MS,
    application_name: 'portal audit check',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await ask(client);
  } finally {
    await client.end();
  }
}

async function brokenLinks(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ pos: string | null; problem: string }>(
    'SELECT pos::text, problem FROM app.verify_audit() ORDER BY pos NULLS LAST LIMIT $1',
    [WRONG_MAX],
  );
  return rows.map(({ pos, problem }) => (pos ? `${pos}: ${problem}` : problem));
}

async function missedAnchors(client: pg.Client, anchors: Anchor[]): Promise<string[]> {
  const { rows } = await client.query<{ position: string; hash: string }>(
    `SELECT position::text, encode(hash, 'hex') AS hash FROM audit_seal WHERE position = ANY ($1::bigint[])`,
    [anchors.map(({ position }) => position)],
  );
  const there = new Map(rows.map(({ position, hash }) => [position, hash]));
  return anchors
    .filter(({ position, hash }) => there.get(position) !== hash)
    .slice(0, WRONG_MAX)
    .map(({ day, position }) => `${position}: not what it was on ${day}`);
}

async function headOf(client: pg.Client): Promise<{ position: string; hash: string } | undefined> {
  const { rows } = await client.query<{ position: string; hash: string }>(
    `SELECT position::text, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY audit_seal.position DESC LIMIT 1`,
  );
  return rows[0];
}

const lineOf = ({ day, position, hash }: Anchor) => `${day} ${position} ${hash}\n`;

const keepAnchor = (dataDir: string, anchor: Anchor) =>
  writeFileSync(anchorFile(dataDir), lineOf(anchor), { flag: 'a', mode: 0o600 });

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

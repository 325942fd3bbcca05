import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { touchSession } from '@/domain/accounts/session-commands';
import { openArticle, touchArticle } from '@/domain/articles/writing/presence-commands';
import { type Claim, claimJob, holdJob, markDone, markFailed, openJobs } from '@/server/jobs/claims';
import { isAside, lastOf, numberOf } from '@/test/aside';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createMember } from '@/test/factories/people';
import { openingOf } from '@/test/opening';
import { ownerReads } from '@/test/owner';
import { drafted, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { db, transaction } from '../client';
import type { Transaction } from '../transaction';

let union: TestUnion;
let official: Viewer;
let her: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  her = (await createMember(db, union.khuPho5, { phone: '+84912345678' })).id;
});

type Write = (tx: Transaction) => Promise<unknown>;
const join: Write = (tx) => createMember(tx, union.khuPho5, {});
/** Something that leaves nothing to be done as the transaction ends. */
const plain: Write = (tx) => tx.job.create({ data: { name: `job ${randomUUID()}` }, select: { name: true } });
const session = async () => {
  const tokenHash = Uint8Array.from(randomBytes(32));
  const data = { accountId: official.accountId, tokenHash, expiresAt: new Date(Date.now() + 3_600_000) };
  return db.accountSession.create({ data: { ...data, lastSeenAt: new Date(0) }, select: { id: true } });
};
const running = async () => {
  const name = `job ${randomUUID()}`;
  await openJobs([name]);
  return (await claimJob([name])) as Claim;
};
const opened = async () => {
  const articleId = await drafted(official, writing(union.longHung));
  await openArticle(official, { articleId });
  return articleId;
};
const readsOf = async () => {
  const author = await createAccount(db);
  const { slugs } = await createArticle(db, { unit: union.province, author, approver: await createAccount(db) });
  return JSON.stringify({ [`/vi/newsArticle/${slugs.vi}`]: 1, '/vi/search': 2 });
};

/** What only notes, each anew for whoever asks. */
const notes: [string, () => Promise<Write>][] = [
  [
    'that a session was used',
    async () => {
      const { id } = await session();
      return (tx) => tx.accountSession.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
    },
  ],
  [
    'that a job is held',
    async () => {
      const { name } = await running();
      return (tx) => tx.$executeRaw`UPDATE job SET due_at = now() WHERE name = ${name}`;
    },
  ],
  [
    'that an article is open still',
    async () => {
      const id = await opened();
      return (tx) => tx.$executeRaw`UPDATE article_presence SET seen_at = now() WHERE article_id = ${id}::uuid`;
    },
  ],
  [
    'that a door was asked',
    async () => {
      const { entryId, key } = await openingOf(official.accountId, 'seePhone', { row: her, subjectId: her });
      return (tx) => tx.$queryRaw`
        SELECT person_id::text FROM app.numbers_of(${official.accountId}::uuid, ${entryId}::uuid, ${key}::bytea)`;
    },
  ],
  [
    'what was read of a page',
    async () => {
      const reads = await readsOf();
      return (tx) => tx.$queryRaw`SELECT app.note_reads(${reads}::jsonb)::text`;
    },
  ],
];

describe('noted aside is', () => {
  test.each(notes)('%s, where the transaction wrote nothing before it and nothing after', async (_what, prepare) => {
    const isNoted = async (steps: (note: Write) => Write[]) => {
      const note = await prepare();
      const run = async (tx: Transaction) => {
        for (const step of steps(note)) await step(tx);
        return numberOf(tx);
      };
      return isAside(await transaction(run));
    };
    expect(await isNoted((note) => [note])).toBe(true);
    for (const other of [plain, join]) {
      expect(await isNoted((note) => [other, note])).toBe(false);
      expect(await isNoted((note) => [note, other])).toBe(false);
    }
  });

  test('a session that is used as the portal notes it, and none of which more changes', async () => {
    const { id } = await session();
    await touchSession({ id, lastSeenAt: new Date(0), createdAt: new Date(0), wantsRenewal: false, byProvider: false });
    expect(await isAside(await lastOf('account_session', 'id', id))).toBe(true);
    const ended = { lastSeenAt: new Date(), endedAt: new Date(), endReason: 'signed-out' };
    await db.accountSession.update({ where: { id }, data: ended, select: { id: true } });
    expect(await isAside(await lastOf('account_session', 'id', id))).toBe(false);
  });

  test('each run of a job, however many came since somebody looked, and neither a failure nor its mending', async () => {
    const claim = await running();
    const { name } = claim;
    const seen: string[] = [];
    const note = async () => seen.push(await lastOf('job', 'name', name));
    for (let run = 0; run < 3; run++) {
      const again = run === 0 ? claim : ((await claimJob([name])) as Claim);
      await note();
      await holdJob(again);
      await note();
      await markDone(again, 0, 0);
      await note();
    }
    expect(new Set(seen).size).toBe(9);
    expect(await Promise.all(seen.map(isAside))).toEqual(seen.map(() => true));
    await markFailed((await claimJob([name])) as Claim, 'broken');
    expect(await isAside(await lastOf('job', 'name', name))).toBe(false);
    await db.job.update({ where: { name }, data: { dueAt: new Date(0) }, select: { name: true } });
    await markDone((await claimJob([name])) as Claim, 0, 0);
    expect(await isAside(await lastOf('job', 'name', name))).toBe(false);
  });

  test('that somebody has an article open still, as she says it', async () => {
    const articleId = await opened();
    await touchArticle(official, { articleId, left: false });
    expect(await isAside(await lastOf('article_presence', 'article_id', articleId))).toBe(true);
  });
});

test('what is noted aside is read and written by no connection of the portal, but for the numbers', async () => {
  for (const sql of [
    'SELECT 1 FROM app.aside LIMIT 1',
    'INSERT INTO app.aside (place, xid) VALUES (1, pg_current_xact_id()::text::bigint)',
    'UPDATE app.aside SET xid = 1',
    'SELECT app.put_aside(NULL)::text',
  ])
    await expect(db.$queryRawUnsafe(sql), sql).rejects.toThrow(/permission denied/);
});

test('a number that came with a backup of another server is none of this one', async () => {
  const next = () =>
    ownerReads<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next').then(([row]) =>
      BigInt(row?.next ?? 0),
    );
  const brought = (await next()) + 20n;
  await ownerReads(
    'INSERT INTO app.aside (place, xid) VALUES (($1::bigint & 8191)::smallint, $1) ON CONFLICT (place) DO UPDATE SET xid = excluded.xid',
    [String(brought)],
  );
  while ((await next()) <= brought) await transaction(join);
  expect(await isAside(String(brought))).toBe(false);
});

test('what is written all day is looked through for statistics by nobody, nor is its end cut off: each would be a move', async () => {
  const [told] = await ownerReads<{ tables: number; least: string; cut: string }>(
    `SELECT count(*)::int AS tables, min(option_value) FILTER (WHERE option_name = 'autovacuum_analyze_threshold') AS least,
       max(option_value) FILTER (WHERE option_name = 'vacuum_truncate') AS cut
     FROM pg_class c, pg_options_to_table(c.reloptions) WHERE c.oid IN ('job'::regclass, 'app.aside'::regclass) AND option_name <> 'fillfactor'`,
  );
  expect(told).toMatchObject({ tables: 4, cut: 'off' });
  const ofTenYears = 10 * 366 * 24 * 60 * 66;
  expect(Number(told?.least)).toBeGreaterThan(ofTenYears);
});

import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { findPublishedArticle } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { db } from '@/prisma/client';
import { endClocks, killClocks, startClocks } from '@/test/servers/clocks';
import { makeDevice, openPushService } from '@/test/servers/push-service';
import { another, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { followed } from '@/test/stages/subscriptions/devices';
import { roundOf } from '@/test/stages/subscriptions/pushes';
import { makeUnion, makeViewer } from '@/test/union';

afterAll(endClocks);

const MINUTE = 60_000;
const LATE = 12;
/** Production reaches no push service on this machine. */
const SURROUNDINGS = { NODE_ENV: 'test', PUSH_LOOPBACK: 'on' };

test('an article whose minute came while its process was killed goes out late, once, by one of two that start at once, its editors read how late, and who follows is told once', async () => {
  const service = await openPushService();
  const device = makeDevice(service.origin, 'follows');
  await followed(device);
  const union = await makeUnion();
  const editor = await makeViewer('editor', union.province);
  const id = await submitted(editor, await drafted(editor, writing(union.province, { titleVi: 'Qua phút đã hẹn' })));
  const approving = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const] };
  const hour = { day: addDays(today(), 1), time: '07:00' };
  expect(await approveArticle(await another(editor), { ...approving, ...hour })).toMatchObject({ ok: true });
  // its minute comes while somebody else has the article: the first process is held in the middle of putting it out
  const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: process.env.DATABASE_URL }));
  if (!holder || !watcher) throw new Error('two connections');
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('BEGIN');
  await holder.query('SELECT FROM article WHERE id = $1 FOR UPDATE', [id]);
  await db.publication.updateMany({
    where: { articleId: id },
    data: { plannedAt: new Date(Date.now() - LATE * MINUTE), createdAt: new Date(Date.now() - 60 * MINUTE) },
  });
  const killed = await startClocks(SURROUNDINGS);
  const waits = async () =>
    (
      await watcher.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%FROM article WHERE%'`,
      )
    ).rowCount;
  await expect.poll(waits, { timeout: 60_000 }).toBe(1);
  await killClocks(killed);
  await Promise.all([startClocks(SURROUNDINGS), startClocks(SURROUNDINGS)]);
  expect(await db.publication.count({ where: { articleId: id, publishedAt: { not: null } } })).toBe(0);
  expect(service.received).toEqual([]);
  await holder.query('ROLLBACK');
  await Promise.all([holder.end(), watcher.end()]);

  const out = () => findPublishedArticle('vi', 'story', 'qua-phut-da-hen');
  await expect.poll(out, { timeout: 90_000, interval: 200 }).toMatchObject({ id });
  // whoever comes next finds nothing left
  const runNo = async () => (await db.job.findUniqueOrThrow({ where: { name: 'publications' } })).runNo;
  const seen = await runNo();
  await expect.poll(runNo, { timeout: 90_000, interval: 200 }).toBeGreaterThan(seen);
  await expect.poll(async () => (await roundOf(id))?.endedAt, { timeout: 90_000 }).toBeTruthy();

  expect(await db.publication.count({ where: { articleId: id } })).toBe(1);
  const entries = { action: 'publishDueArticles', subjectId: id };
  expect(await db.auditEntry.count({ where: entries })).toBe(1);
  const told = (await listArticleEvents(editor, id))?.filter(({ what }) => /^published/.test(what));
  expect(told).toMatchObject([{ what: 'publishedLate', by: null }]);
  expect(told?.[0]?.late).toBeGreaterThanOrEqual(LATE);
  expect(service.received.map(({ body }) => device.open(body).title)).toEqual(['Qua phút đã hẹn']);
  await service.close();
}, 300_000);

import { afterAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedArticle } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { db } from '@/prisma/client';
import { endClocks, startClocks } from '@/test/servers/clocks';
import { makeDevice, openPushService } from '@/test/servers/push-service';
import { another, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { followed } from '@/test/stages/subscriptions/devices';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

afterAll(endClocks);

/** Production reaches no push service on this machine. */
const SURROUNDINGS = { NODE_ENV: 'test', PUSH_LOOPBACK: 'on' };
const MINUTE = 60_000;
/** The publications are looked at every ten seconds: at least once while this one has its minute ahead. */
const AHEAD = 15_000;

/** A text in both languages that somebody else approved for tomorrow at seven. */
async function scheduled(editor: Viewer, { province, longHung }: TestUnion): Promise<string> {
  const titles = { titleVi: 'Đúng phút đã hẹn', titleEn: 'At its very minute' };
  const id = await submitted(
    editor,
    await drafted(editor, writing(province, { ...titles, communeIds: [longHung.id] })),
  );
  const locales = ['vi' as const, 'en' as const];
  const approving = { articleId: id, version: await versionOf(editor, id), locales };
  const hour = { day: addDays(today(), 1), time: '07:00' };
  expect(await approveArticle(await another(editor), { ...approving, ...hour })).toMatchObject({ ok: true });
  return id;
}

/** Both jobs were done once more, each by its own clock. */
async function runAgain() {
  const runs = async () => {
    const jobs = await db.job.findMany({
      where: { name: { in: ['publications', 'pushes'] } },
      orderBy: { name: 'asc' },
    });
    return jobs.map(({ runNo }) => runNo);
  };
  const seen = await runs();
  const ran = async () => (await runs()).filter((run, n) => run > (seen[n] ?? 0)).length;
  await expect.poll(ran, { timeout: 90_000, interval: 200 }).toBe(2);
}

test('at its minute a text goes out by the clocks of a process, and a device that follows is handed it then: not before, once, in its language alone', async () => {
  const arrived: number[] = [];
  const service = await openPushService(() => {
    arrived.push(Date.now());
    return { status: 201 };
  });
  const union = await makeUnion();
  const slugOf = async ({ id }: { id: string }) =>
    (await db.unit.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;
  const [vietnamese, english, neighbour] = ['vi', 'en', 'neighbour'].map((name) => makeDevice(service.origin, name));
  if (!vietnamese || !english || !neighbour) throw new Error('three devices');
  await followed(vietnamese, { commune: await slugOf(union.longHung) });
  await followed(english, { commune: await slugOf(union.longHung) }, { locale: 'en' });
  await followed(neighbour, { commune: await slugOf(union.trangDai) });
  const editor = await makeViewer('editor', union.province);
  const id = await scheduled(editor, union);
  const out = () => findPublishedArticle('vi', 'story', 'dung-phut-da-hen');

  await startClocks(SURROUNDINGS);
  await runAgain();
  expect([await out(), arrived]).toEqual([null, []]);
  const at = Date.now() + AHEAD;
  await db.publication.updateMany({ where: { articleId: id }, data: { plannedAt: new Date(at) } });

  await expect.poll(() => service.devices(), { timeout: 90_000, interval: 100 }).toEqual(['en', 'vi']);
  expect(await out()).toMatchObject({ id });
  const publications = await db.publication.findMany({ where: { articleId: id }, select: { publishedAt: true } });
  for (const each of [...publications.map(({ publishedAt }) => Number(publishedAt)), ...arrived]) {
    expect(each).toBeGreaterThanOrEqual(at);
    expect(each).toBeLessThan(at + MINUTE);
  }
  const titleOf = (device: typeof vietnamese) =>
    device.open(service.received.find((each) => each.device === device.name)?.body ?? Buffer.alloc(0));
  expect(titleOf(vietnamese)).toMatchObject({ title: 'Đúng phút đã hẹn', url: '/cau-chuyen/dung-phut-da-hen' });
  expect(titleOf(english)).toMatchObject({ title: 'At its very minute', url: '/en/stories/at-its-very-minute' });
  // nobody is handed it again
  await runAgain();
  expect(service.devices()).toEqual(['en', 'vi']);
  await service.close();
}, 300_000);

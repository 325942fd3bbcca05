import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { drafted, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { forgetPresences, openArticle, touchArticle } from './presence-commands';
import { listPresent } from './presence-queries';

let union: TestUnion;
let lan: Viewer;
let mai: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  lan = await makeViewer('commune_official', union.trangDai);
  mai = await makeViewer('commune_official', union.trangDai);
});

const open = async (viewer: Viewer, articleId: string) => {
  const seen = await listPresent(viewer, articleId);
  await openArticle(viewer, { articleId });
  return seen;
};
const here = (articleId: string, left = false) => ({ articleId, left });
/** As if so many seconds had passed since. */
const later = (articleId: string, seconds: number) => db.$executeRaw`
  UPDATE article_presence SET opened_at = opened_at - make_interval(secs => ${seconds}), seen_at = seen_at - make_interval(secs => ${seconds}),
    lapses_at = lapses_at - make_interval(secs => ${seconds}) WHERE article_id = ${articleId}::uuid`;

test('the second who opens a text is told of the first, by name and since when, and the first of her', async () => {
  const id = await drafted(lan, writing(union.trangDai));
  expect(await open(lan, id)).toEqual([]);
  const [first] = await open(mai, id);
  const account = await db.account.findUniqueOrThrow({ where: { id: lan.accountId }, select: { displayName: true } });
  expect(first?.name).toBe(account.displayName);
  expect(Math.abs(Date.now() - new Date(first?.since ?? 0).getTime())).toBeLessThan(60_000);
  expect(await touchArticle(lan, here(id))).toMatchObject({ value: { present: [{}] } });
});

test('who leaves is gone at once; whose page says nothing more, after ninety seconds', async () => {
  const id = await drafted(lan, writing(union.trangDai));
  await open(lan, id);
  await touchArticle(lan, here(id));
  expect(await open(mai, id)).toHaveLength(1);
  await touchArticle(lan, here(id, true));
  expect(await open(mai, id)).toEqual([]);
  await touchArticle(lan, here(id));
  await later(id, 85);
  expect(await open(mai, id)).toHaveLength(1);
  await later(id, 10);
  expect(await open(mai, id)).toEqual([]);
});

test('without a script opening alone counts for ten minutes', async () => {
  const id = await drafted(lan, writing(union.trangDai));
  await open(lan, id);
  await later(id, 590);
  expect(await open(mai, id)).toHaveLength(1);
  await later(id, 20);
  expect(await open(mai, id)).toEqual([]);
});

test('since when she is there stays while she stays, and said twice in a row is written once', async () => {
  const id = await drafted(lan, writing(union.trangDai));
  await open(lan, id);
  await touchArticle(lan, here(id));
  const of = { articleId_accountId: { articleId: id, accountId: lan.accountId } };
  const before = await db.articlePresence.findUniqueOrThrow({ where: of });
  await touchArticle(lan, here(id));
  expect(await db.articlePresence.findUniqueOrThrow({ where: of })).toEqual(before);
  await later(id, 30);
  await touchArticle(lan, here(id));
  const after = await db.articlePresence.findUniqueOrThrow({ where: of });
  expect(after.openedAt.getTime()).toBe(before.openedAt.getTime() - 30_000);
  expect(after.lapsesAt.getTime()).toBeGreaterThanOrEqual(before.lapsesAt.getTime());
});

test('it is told to who writes there alone: the neighbour and who only reads find nothing and leave nothing', async () => {
  const id = await drafted(lan, writing(union.trangDai));
  await open(lan, id);
  const neighbour = await makeViewer('commune_official', union.longHung);
  const reader = await makeViewer('viewer', union.trangDai);
  for (const viewer of [neighbour, reader]) {
    expect(await listPresent(viewer, id)).toEqual([]);
    expect(await openArticle(viewer, { articleId: id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await touchArticle(viewer, here(id))).toEqual({ ok: false, problem: 'not-found' });
  }
  expect(await touchArticle(lan, here(nothing))).toEqual({ ok: false, problem: 'not-found' });
  expect(await db.articlePresence.count({ where: { articleId: id } })).toBe(1);
});

test('what has lapsed is forgotten, who is there stays', async () => {
  const [old, fresh] = [await drafted(lan, writing(union.trangDai)), await drafted(lan, writing(union.trangDai))];
  await open(lan, old);
  await later(old, 700);
  await open(lan, fresh);
  expect(await forgetPresences()).toBeGreaterThanOrEqual(1);
  const left = await db.articlePresence.findMany({ where: { articleId: { in: [old, fresh] } }, take: 2 });
  expect(left.map(({ articleId }) => articleId)).toEqual([fresh]);
});

import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import { today } from '@/domain/days/day';
import { pushKeys } from '@/domain/ground/push-keys';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { endOnDevice } from '@/domain/subscriptions/commands';
import { findDevice } from '@/domain/subscriptions/queries';
import { db } from '@/prisma/client';
import { makeDevice, openPushService, senderOf } from '@/test/servers/push-service';
import { bringOut, makeSkill, published, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { followed } from '@/test/stages/subscriptions/devices';
import { roundOf, tell } from '@/test/stages/subscriptions/pushes';
import { carriedOut } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let editor: Viewer;
let slugs = { longHung: '', trangDai: '' };
let service: Awaited<ReturnType<typeof openPushService>>;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  const slugOf = async (id: string) =>
    (await db.unit.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;
  slugs = { longHung: await slugOf(union.longHung.id), trangDai: await slugOf(union.trangDai.id) };
  await makeSkill('vneid');
});
beforeEach(async () => {
  await db.subscription.deleteMany();
  service = await openPushService();
});
afterEach(() => service.close());

const device = (name: string) => makeDevice(service.origin, name);
const publish = (change: Parameters<typeof writing>[1] = {}) => published(editor, writing(union.province, change));

describe('a device is told', () => {
  test('of its commune, its topic and what is of the whole city, and not of a neighbour’s or of another topic', async () => {
    await followed(device('long-hung'), { commune: slugs.longHung });
    await followed(device('trang-dai'), { commune: slugs.trangDai });
    await followed(device('topic'), { topic: 'vneid' });
    await followed(device('both'), { commune: slugs.longHung, topic: 'vneid' });
    await followed(device('everything'));
    await followed(device('alerts'), { alertsAlone: true });
    await publish({ communeIds: [union.longHung.id] });
    expect(await tell()).toBe(2);
    expect(service.devices()).toEqual(['everything', 'long-hung']);
    service.received.length = 0;
    await publish({ topics: ['vneid'] });
    await tell();
    expect(service.devices()).toEqual(['both', 'everything', 'long-hung', 'topic', 'trang-dai']);
    service.received.length = 0;
    await publish({ kind: 'alert', communeIds: [union.trangDai.id] });
    await tell();
    expect(service.devices()).toEqual(['alerts', 'everything', 'trang-dai']);
  });

  test('in its language alone, in words that only it can open, with its own address and the portal’s signature', async () => {
    const [vietnamese, english] = [device('vi'), device('en')];
    const device1 = await followed(vietnamese, { commune: slugs.longHung });
    await followed(english, { commune: slugs.longHung }, { locale: 'en' });
    const titleVi = 'Chị em Long Hưng dùng VNeID';
    const id = await publish({ titleVi, titleEn: 'Women of Long Hưng use VNeID', communeIds: [union.longHung.id] });
    const { number } = await db.article.findUniqueOrThrow({ where: { id }, select: { number: true } });
    await tell();
    const [toVi, toEn] = ['vi', 'en'].map((name) => service.received.find((each) => each.device === name));
    if (!toVi || !toEn) throw new Error('both are told');
    expect(vietnamese.open(toVi.body)).toEqual({
      title: titleVi,
      body: 'Một chị biết, một chị học.',
      tag: `b${number}`,
      url: '/cau-chuyen/chi-em-long-hung-dung-vneid',
      locale: 'vi',
      follows: device1.follows.map((each) => each.id),
      end: 'Thôi theo dõi',
      ended: 'Đã thôi theo dõi',
      stayed: expect.any(String),
      page: '/theo-doi',
    });
    expect(english.open(toEn.body)).toMatchObject({
      title: 'Women of Long Hưng use VNeID',
      url: '/en/stories/women-of-long-hung-use-vneid',
      end: 'Stop following',
    });
    expect(() => english.open(toVi.body)).toThrow();
    expect(toVi.body.includes('Long')).toBe(false);
    expect(toVi.headers).toMatchObject({
      ttl: '86400',
      urgency: 'normal',
      topic: `b${number}`,
      'content-encoding': 'aes128gcm',
    });
    const { key, claims } = senderOf(toVi);
    expect([key, claims.aud, claims.sub]).toEqual([pushKeys()?.public, service.origin, 'mailto:hoi@example.org']);
    expect(claims.exp - Date.now() / 1_000).toBeLessThan(86_400);
  });

  test('once, though several things that it follows speak of the same, and all of them can be ended by its tap', async () => {
    const one = device('one');
    await followed(one, { commune: slugs.longHung });
    await followed(one, { topic: 'vneid' });
    const { follows } = await followed(one);
    await followed(one, { commune: slugs.trangDai });
    await publish({ topics: ['vneid'], communeIds: [union.longHung.id] });
    expect(await tell()).toBe(1);
    expect(one.open(service.received[0]?.body ?? Buffer.alloc(0)).follows.sort()).toEqual(
      follows.map(({ id }) => id).sort(),
    );
  });

  test('of an alert at once, for as long as it holds, and not once that is over', async () => {
    await followed(device('alerts'), { alertsAlone: true, commune: slugs.longHung });
    await publish({ communeIds: [union.longHung.id] });
    expect(await tell()).toBe(0);
    const end = (articleId: string, seconds: number) =>
      db.publication.updateMany({ where: { articleId }, data: { plannedEnd: new Date(Date.now() + seconds * 1_000) } });
    await end(await publish({ kind: 'alert', communeIds: [union.longHung.id] }), 3_600);
    expect(await tell()).toBe(1);
    const [{ headers } = { headers: {} as Record<string, string> }] = service.received;
    expect(headers.urgency).toBe('high');
    expect(Number(headers.ttl)).toBeGreaterThan(3_500);
    expect(Number(headers.ttl)).toBeLessThanOrEqual(3_600);
    const over = await publish({ kind: 'alert' });
    const [before, soon] = [Date.now() - 60_000, Date.now() - 1];
    await db.publication.updateMany({
      where: { articleId: over },
      data: { plannedAt: new Date(before), publishedAt: new Date(before), plannedEnd: new Date(soon) },
    });
    expect(await tell()).toBe(0);
    expect(await roundOf(over)).toMatchObject({ addressed: 0, endedAt: expect.any(Date) });
  });

  test('of what the clock publishes at its hour, and of nothing before', async () => {
    await followed(device('everything'));
    const id = await publish();
    const hour = new Date(Date.now() + 60_000);
    await db.publication.updateMany({ where: { articleId: id }, data: { plannedAt: hour, publishedAt: null } });
    expect(await tell()).toBe(0);
    await db.publication.updateMany({ where: { articleId: id }, data: { plannedAt: new Date(Date.now() - 1_000) } });
    await settleDuePublications();
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
  });
});

test('who follows a commune that went on in another is told of that one from then on, and of no neighbour of it', async () => {
  const gone = await makeCommune(union.province, 'Phước Tân');
  const { slug } = await db.unit.findUniqueOrThrow({ where: { id: gone.id }, select: { slug: true } });
  const one = device('of-the-old-one');
  await followed(one, { commune: slug });
  await publish({ communeIds: [union.longHung.id] });
  expect(await tell()).toBe(0);
  const province = await makeViewer('province_official', union.province);
  await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: union.longHung.id, from: today() });
  await publish({ communeIds: [union.trangDai.id] });
  expect(await tell()).toBe(0);
  await publish({ communeIds: [union.longHung.id] });
  expect(await tell()).toBe(1);
  // a piece that still names the old one stands on the page of what it went on in: who follows that one is told of it
  const next = device('of-the-new-one');
  await followed(next, { commune: slugs.longHung });
  service.received.length = 0;
  await publish({ communeIds: [gone.id] });
  expect(await tell()).toBe(2);
  expect(service.devices()).toEqual(['of-the-new-one', 'of-the-old-one']);
  // she reads the name that she knows, and changes from the place that it is now
  const [{ id, commune } = { id: '', commune: null }] = (await findDevice(one.reach, 'vi')).follows;
  expect(commune).toEqual({ slug: slugs.longHung, name: 'Phước Tân', kind: 'ward' });
  const changed = await followed(one, { commune: commune?.slug ?? '', alertsAlone: true }, { instead: id });
  expect(changed.follows.map((each) => [each.commune?.name, each.alertsAlone])).toEqual([['Long Hưng', true]]);
});

describe('nothing is told', () => {
  test('of a correction, of what was withdrawn before anybody was told, and of what is no news any more', async () => {
    await followed(device('everything'));
    const input = writing(union.province);
    const id = await published(editor, input);
    expect(await tell()).toBe(1);
    const { kind: _kind, unitId: _unit, ...words } = draftInput.parse({ ...input, titleVi: 'Sửa một chữ' });
    await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
    await bringOut(editor, id);
    expect(await tell()).toBe(0);
    const withdrawn = await publish();
    await withdrawArticle(editor, withdrawing(withdrawn));
    const old = await publish();
    const yesterday = new Date(Date.now() - 86_400_000);
    await db.publication.updateMany({
      where: { articleId: old },
      data: { plannedAt: yesterday, publishedAt: yesterday },
    });
    expect(await tell()).toBe(0);
    expect(service.received).toHaveLength(1);
  });

  test('to whoever has ended it by then, or begins only afterwards', async () => {
    const [ended, late] = [device('ended'), device('late')];
    await followed(ended, { commune: slugs.longHung });
    await followed(ended, { topic: 'vneid' });
    const id = await publish({ communeIds: [union.longHung.id] });
    expect(await tell(undefined, stopAfter(3))).toBe(0);
    const [{ id: follow } = { id: '' }] = (await followed(ended)).follows;
    await endOnDevice({ endpoint: ended.reach.endpoint, follows: [follow] }, 'vi');
    await db.follow.deleteMany({ where: { communeId: null, topicId: null } });
    await followed(late);
    await tell();
    expect(service.received).toEqual([]);
    expect(await roundOf(id)).toMatchObject({ addressed: 1, sent: 0, dropped: 1, endedAt: expect.any(Date) });
    expect(await db.subscription.count(), 'it follows a topic still').toBe(2);
  });

  test('to those whose turn had not come when it was withdrawn', async () => {
    for (const name of ['a', 'b', 'c']) await followed(device(name));
    const id = await publish();
    await tell(undefined, stopAfter(3));
    expect(await roundOf(id)).toMatchObject({ addressed: 3, sent: 0, endedAt: null });
    await withdrawArticle(editor, withdrawing(id));
    expect(await tell()).toBe(0);
    expect(await roundOf(id)).toMatchObject({ addressed: 3, dropped: 3, endedAt: expect.any(Date) });
  });
});

/** A process that is asked to stop after so many steps. */
const stopAfter = (steps: number) => {
  let left = steps;
  return async () => left-- > 0;
};

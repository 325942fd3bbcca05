import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toDate, today } from '@/domain/days/day';
import { pushKeys } from '@/domain/ground/push-keys';
import { parsePushKeys } from '@/domain/ground/push-pair';
import { db } from '@/prisma/client';
import { makePushKeys } from '@/scripts/ground/settings.mjs';
import { makeSkill } from '@/test/stages/articles';
import { followed, followInputOf, someDevice } from '@/test/stages/subscriptions/devices';
import { makeUnion, type TestUnion } from '@/test/union';
import { endOnDevice, followOnDevice, moveDevice } from './commands';
import { findDevice } from './queries';
import { unsealReach } from './sealing';
import { type Device, FOLLOWS_MAX, followInput } from './subscription';

let union: TestUnion;
let slug = '';
beforeAll(async () => {
  union = await makeUnion();
  slug = (await db.unit.findUniqueOrThrow({ where: { id: union.longHung.id }, select: { slug: true } })).slug;
  for (const code of [
    'vneid',
    ...Array.from({ length: FOLLOWS_MAX + 1 }, (_, at) => `topic-${'abcdefghijklmnopqrstuvw'[at]}`),
  ])
    await makeSkill(code);
});
beforeEach(() => db.subscription.deleteMany());

const of = ({ follows }: Device) =>
  follows.map(({ commune, topic, alertsAlone }) => [commune?.slug ?? '', topic?.code ?? '', alertsAlone]);

/** Milliseconds that a transaction of a test may take. */
const A_BUSY_MACHINE = { timeout: 60_000 };

describe('a device', () => {
  test('follows a commune, a topic, both, alerts of a commune and everything, and says so in the language that is asked for', async () => {
    const device = someDevice();
    await followed(device, { commune: slug });
    await followed(device, { topic: 'vneid' });
    await followed(device, { commune: slug, topic: 'vneid' });
    await followed(device, { commune: slug, alertsAlone: true });
    const all = await followed(device);
    expect(of(all)).toEqual([
      [slug, '', false],
      ['', 'vneid', false],
      [slug, 'vneid', false],
      [slug, '', true],
      ['', '', false],
    ]);
    expect(all.follows[0]?.commune).toMatchObject({ name: 'Long Hưng' });
    expect(await findDevice(device.reach, 'en')).toMatchObject({ locale: 'vi' });
  });

  test('follows a thing once, however often and by however many taps at a time it says so', async () => {
    const device = someDevice();
    const input = followInputOf(device, { commune: slug });
    const results = await Promise.all(Array.from({ length: 6 }, () => followOnDevice(input, 'vi')));
    expect(results.every(({ ok }) => ok)).toBe(true);
    await followed(device);
    await followed(device);
    expect(await db.follow.count()).toBe(2);
    expect(await db.subscription.count()).toBe(1);
  });

  test('follows twenty things at most, also where it asks for many of them at the same time', async () => {
    const device = someDevice();
    const wanted = Array.from({ length: FOLLOWS_MAX + 1 }, (_, at) => `topic-${'abcdefghijklmnopqrstuvw'[at]}`);
    const results = await Promise.all(wanted.map((topic) => followOnDevice(followInputOf(device, { topic }), 'vi')));
    expect(results.filter(({ ok }) => ok)).toHaveLength(FOLLOWS_MAX);
    expect(results.filter(({ ok }) => !ok)).toEqual([{ ok: false, problem: 'too-many' }]);
    const { follows } = await findDevice(device.reach, 'vi');
    expect(follows).toHaveLength(FOLLOWS_MAX);
    // what it follows already is no new thing, and one that goes makes room
    expect((await followOnDevice(followInputOf(device, { topic: follows[0]?.topic?.code ?? '' }), 'vi')).ok).toBe(true);
    expect(await followed(device, { commune: slug }, { instead: follows[0]?.id ?? '' })).toMatchObject({
      locale: 'vi',
    });
  });

  test('changes one thing for another, of its own alone', async () => {
    const [device, other] = [someDevice(), someDevice()];
    const [mine] = (await followed(device, { commune: slug })).follows;
    const [hers] = (await followed(other, { commune: slug })).follows;
    expect(of(await followed(device, { topic: 'vneid' }, { instead: mine?.id ?? '' }))).toEqual([['', 'vneid', false]]);
    await followed(device, {}, { instead: hers?.id ?? '' });
    expect(of(await findDevice(other.reach, 'vi'))).toEqual([[slug, '', false]]);
  });

  test('ends one thing, and with the last nothing of it is kept; ending again is no mistake', async () => {
    const device = someDevice();
    await followed(device, { commune: slug });
    const { follows } = await followed(device, { topic: 'vneid' });
    const ended = await endOnDevice({ endpoint: device.reach.endpoint, follows: [follows[0]?.id ?? ''] }, 'vi');
    expect(ended.ok && of(ended.value)).toEqual([['', 'vneid', false]]);
    await endOnDevice({ endpoint: device.reach.endpoint, follows: [follows[1]?.id ?? ''] }, 'vi');
    expect([await db.subscription.count(), await db.follow.count()]).toEqual([0, 0]);
    expect((await endOnDevice({ endpoint: device.reach.endpoint }, 'vi')).ok).toBe(true);
  });

  test('ends everything in one step, and nothing of another device', async () => {
    const [device, other] = [someDevice(), someDevice()];
    await followed(device, { commune: slug });
    await followed(device);
    const [hers] = (await followed(other)).follows;
    await endOnDevice({ endpoint: device.reach.endpoint, follows: [hers?.id ?? ''] }, 'vi');
    await endOnDevice({ endpoint: device.reach.endpoint }, 'vi');
    expect((await findDevice(device.reach, 'vi')).follows).toEqual([]);
    expect((await findDevice(other.reach, 'vi')).follows).toHaveLength(1);
  });

  test('keeps what it begins to follow while it ends something else', async () => {
    const device = someDevice();
    const [first] = (await followed(device, { commune: slug })).follows;
    const { id } = await db.subscription.findFirstOrThrow({ select: { id: true } });
    const isWaiting = async () =>
      (
        await db.$queryRaw<[{ waits: boolean }]>`
        SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()) AS waits`
      )[0].waits;
    let ending: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`UPDATE subscription SET refusals = 0 WHERE id = ${id}::uuid RETURNING 1`;
      await tx.follow.create({ data: { subscriptionId: id, alertsAlone: true } });
      ending = endOnDevice({ endpoint: device.reach.endpoint, follows: [first?.id ?? ''] }, 'vi');
      await expect.poll(isWaiting, { timeout: 30_000 }).toBe(true);
    }, A_BUSY_MACHINE);
    await ending;
    expect(of(await findDevice(device.reach, 'vi'))).toEqual([['', '', true]]);
  });

  test('takes along what it follows when its browser gives it another address', async () => {
    const [before, after] = [someDevice(), someDevice()];
    await followed(before, { commune: slug });
    const moved = await moveDevice({ reach: after.reach, former: before.reach.endpoint }, 'vi');
    expect(moved.ok && of(moved.value)).toEqual([[slug, '', false]]);
    expect((await findDevice(before.reach, 'vi')).follows).toEqual([]);
    // one that follows there by itself goes on so, and the former address is told no more
    const newest = someDevice();
    await followed(newest, { topic: 'vneid' });
    await moveDevice({ reach: newest.reach, former: after.reach.endpoint }, 'vi');
    expect(await db.subscription.count()).toBe(1);
    expect(of(await findDevice(newest.reach, 'vi'))).toEqual([['', 'vneid', false]]);
  });

  test('follows no commune and no topic that is not there, and is of no push service but those that the portal speaks to', async () => {
    const problemOf = async (...input: Parameters<typeof followInputOf>) => {
      const result = await followOnDevice(followInputOf(...input), 'vi');
      return result.ok ? 'ok' : result.problem;
    };
    expect(await problemOf(someDevice(), { commune: 'khong-co' })).toBe('nothing-there');
    expect(await problemOf(someDevice(), { topic: 'khong-co' })).toBe('nothing-there');
    await db.skill.update({ where: { code: 'topic-a' }, data: { retiredOn: toDate(today()) } });
    expect(await problemOf(someDevice(), { topic: 'topic-a' })).toBe('nothing-there');
    const stranger = someDevice();
    stranger.reach.endpoint = 'https://push.example.org/x';
    expect(await problemOf(stranger)).toBe('service-unknown');
    expect((await moveDevice({ reach: stranger.reach, former: 'https://fcm.googleapis.com/x' }, 'vi')).ok).toBe(false);
    expect(await db.subscription.count()).toBe(0);
  });
});

test('what is kept of a device tells neither its address nor its keys, and opens in no other row', async () => {
  const [device, other] = [someDevice('a-secret-address'), someDevice()];
  await followed(device);
  await followed(other);
  const [dump] = await db.$queryRaw<{ text: string }[]>`
    SELECT string_agg(s::text || encode(s.sealed, 'escape'), ' ') AS text FROM subscription s`;
  for (const secret of ['a-secret-address', 'googleapis', device.reach.p256dh, device.reach.auth])
    expect(dump?.text).not.toContain(secret);
  const rows = await db.subscription.findMany({ orderBy: { createdAt: 'asc' }, take: 2 });
  const [mine, hers] = [rows[0], rows[1]];
  const [pair, another] = [pushKeys(), parsePushKeys(makePushKeys())];
  if (!mine || !hers || !pair || !another) throw new Error('two rows and two pairs');
  expect(unsealReach(mine, pair)).toEqual(device.reach);
  expect(unsealReach({ ...mine, sealed: hers.sealed }, pair)).toBeNull();
  expect(unsealReach(mine, another)).toBeNull();
});

test('what a stranger sends is no device: other fields, long ones, keys of another length', () => {
  const good = followInputOf(someDevice());
  expect(followInput.safeParse(good).success).toBe(true);
  for (const change of [
    { more: 1 },
    { locale: 'vi' },
    { followed: { commune: '../x', alertsAlone: false } },
    { followed: { commune: 'a'.repeat(101), alertsAlone: false } },
    { reach: { ...good.reach, endpoint: `https://fcm.googleapis.com/${'a'.repeat(1_000)}` } },
    { reach: { ...good.reach, endpoint: 'https://fcm.googleapis.com/đ' } },
    { reach: { ...good.reach, auth: 'AAAA' } },
    { reach: { ...good.reach, p256dh: good.reach.p256dh.slice(0, 40) } },
    { reach: { ...good.reach, name: 'Lan' } },
    { instead: 'not an id' },
  ])
    expect(followInput.safeParse({ ...good, ...change }).success, JSON.stringify(change).slice(0, 80)).toBe(false);
});

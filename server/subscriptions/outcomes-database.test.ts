import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { REFUSALS_MAX } from '@/domain/subscriptions/pushing/push';
import { forgetSilentDevices } from '@/domain/subscriptions/pushing/push-commands';
import { listPushRounds } from '@/domain/subscriptions/pushing/round-queries';
import { db } from '@/prisma/client';
import { makeDevice, openPushService } from '@/test/servers/push-service';
import { published, writing } from '@/test/stages/articles';
import { followed } from '@/test/stages/subscriptions/devices';
import { openSender, passWaiting, roundOf, tell } from '@/test/stages/subscriptions/pushes';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

type Service = Awaited<ReturnType<typeof openPushService>>;

let union: TestUnion;
let editor: Viewer;
const services: Service[] = [];
beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});
beforeEach(() => db.subscription.deleteMany());
afterEach(async () => {
  await Promise.all(services.splice(0).map((each) => each.close()));
});

async function service(answerOf?: Parameters<typeof openPushService>[0]): Promise<Service> {
  const one = await openPushService(answerOf);
  services.push(one);
  return one;
}
const following = async (origin: string, ...names: string[]) => {
  for (const name of names) await followed(makeDevice(origin, name));
};
const publish = () => published(editor, writing(union.province));

test('a device that is no more is forgotten at once; one that its service refuses, after ten times in a row', async () => {
  const status: Record<string, number> = { a404: 404, a410: 410, a400: 400, a405: 405, a302: 302 };
  const { origin } = await service((device) => ({ status: status[device] ?? 201 }));
  await following(origin, 'fine', ...Object.keys(status));
  const id = await publish();
  expect(await tell()).toBe(1);
  expect(await roundOf(id)).toMatchObject({
    addressed: 6,
    sent: 1,
    gone: 2,
    refused: 3,
    dropped: 0,
    endedAt: expect.any(Date),
  });
  expect(await db.subscription.groupBy({ by: ['refusals'], _count: true, orderBy: { refusals: 'asc' } })).toEqual([
    { refusals: 0, _count: 1 },
    { refusals: 1, _count: 3 },
  ]);
  await db.subscription.updateMany({ where: { refusals: 1 }, data: { refusals: REFUSALS_MAX - 1 } });
  await publish();
  await tell();
  expect(await db.subscription.count()).toBe(1);
});

test('what is the portal’s own fault is tried again, and is never counted against the device', async () => {
  const status: Record<string, number> = { a401: 401, a403: 403, a413: 413 };
  const { origin, received } = await service((device) => ({ status: status[device] ?? 201 }));
  await following(origin, 'fine', ...Object.keys(status));
  await followed(makeDevice('https://localhost:1', 'at-no-public-address'));
  const id = await publish();
  for (let time = 0; time < 8; time++) {
    await tell();
    await passWaiting();
  }
  expect(received).toHaveLength(1 + 3 * 6);
  expect(await roundOf(id)).toMatchObject({ addressed: 5, sent: 1, gone: 0, refused: 4, endedAt: expect.any(Date) });
  expect(await db.subscription.groupBy({ by: ['refusals'], _count: true })).toEqual([{ refusals: 0, _count: 5 }]);
});

test('what is not taken now is tried again, when its service says so, and then once', async () => {
  const answers = [{ status: 429, headers: { 'retry-after': '600' } }, { status: 500 }, { status: 201 }];
  const { origin, received } = await service((_, times) => answers[times - 1] ?? { status: 500 });
  await following(origin, 'busy');
  const id = await publish();
  const sender = openSender();
  expect(await tell(sender)).toBe(0);
  const [waiting] = await db.push.findMany({ take: 1 });
  expect((waiting?.notBefore.getTime() ?? 0) - Date.now()).toBeGreaterThan(590_000);
  expect(await tell(sender), 'its time has not come').toBe(0);
  expect(received).toHaveLength(1);
  await passWaiting();
  await tell(); // another process, which has heard of no rest
  await passWaiting();
  expect(await tell()).toBe(1);
  expect(received).toHaveLength(3);
  expect(await roundOf(id)).toMatchObject({ sent: 1, refused: 0, endedAt: expect.any(Date) });
  expect(
    await db.subscription.findFirst({ select: { refusals: true } }),
    'a service that is away is no fault of hers',
  ).toEqual({ refusals: 0 });
});

test('a device that can never be reached is given up for that article after six tries, and stays', async () => {
  const { origin, received } = await service(() => ({ status: 503 }));
  await following(origin, 'never');
  const id = await publish();
  for (let time = 0; time < 8; time++) {
    await tell();
    await passWaiting();
  }
  expect(received).toHaveLength(6);
  expect(await roundOf(id)).toMatchObject({ sent: 0, refused: 1, endedAt: expect.any(Date) });
  expect(await db.subscription.count()).toBe(1);
});

test('a push service that hangs holds nobody else, and is left alone for a while', async () => {
  const [hanging, fine] = [await service(() => 'never'), await service()];
  await following(hanging.origin, ...Array.from({ length: 30 }, (_, at) => `h${at}`));
  await following(fine.origin, ...Array.from({ length: 20 }, (_, at) => `f${at}`));
  const id = await publish();
  const since = Date.now();
  expect(await tell(openSender(1_500))).toBe(20);
  expect(Date.now() - since, 'one after the other it would be 45 seconds').toBeLessThan(15_000);
  expect(hanging.received.length).toBeLessThanOrEqual(10);
  expect(await roundOf(id)).toMatchObject({ addressed: 50, sent: 20, endedAt: null });
});

test('eight at a time and no more are told, each once, by two processes at once too', async () => {
  const { origin, devices, most } = await service();
  const names = Array.from({ length: 200 }, (_, at) => `d${at}`);
  await following(origin, ...names);
  const id = await publish();
  const told = await Promise.all([tell(), tell()]);
  expect(told[0] + told[1]).toBe(200);
  expect(devices()).toEqual([...names].sort());
  expect(most()).toBeLessThanOrEqual(16);
  expect(await tell()).toBe(0);
  expect(await roundOf(id)).toMatchObject({ addressed: 200, sent: 200 });
  expect(await db.push.count(), 'which device was told what is not kept').toBe(0);
});

test('a device that nothing came through to for a year is forgotten, and one that was reached stays', async () => {
  const { origin } = await service();
  await following(origin, 'reached', 'silent', 'new');
  const rows = await db.subscription.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true }, take: 3 });
  const [reached, silent] = rows;
  const longAgo = new Date(Date.now() - 400 * 86_400_000);
  await db.subscription.update({
    where: { id: reached?.id ?? '' },
    data: { createdAt: longAgo, reachedAt: new Date() },
  });
  await db.subscription.update({ where: { id: silent?.id ?? '' }, data: { createdAt: longAgo, reachedAt: longAgo } });
  expect(await forgetSilentDevices()).toBe(1);
  expect(await db.subscription.count({ where: { id: silent?.id ?? '' } })).toBe(0);
});

test('how far a round is stands on the page of jobs, for who keeps the portal and for nobody else', async () => {
  const { origin } = await service((device) => ({ status: device === 'one' ? 201 : 500 }));
  await following(origin, 'one', 'two');
  await publish();
  await tell();
  const administrator = await makeViewer('system_administrator', union.province);
  const found = await listPushRounds(administrator);
  expect(found?.devices).toBe(2);
  expect(found?.rounds[0]).toMatchObject({ addressed: 2, sent: 1, waiting: 1, locale: 'vi', endedAt: null });
  expect(await listPushRounds(editor)).toBeNull();
});

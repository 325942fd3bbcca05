import { afterAll, expect, test } from 'vitest';
import { endClocks, killClocks, startClocks } from '@/test/servers/clocks';
import { makeDevice, openPushService } from '@/test/servers/push-service';
import { published, writing } from '@/test/stages/articles';
import { followed } from '@/test/stages/subscriptions/devices';
import { passWaiting, roundOf } from '@/test/stages/subscriptions/pushes';
import { makeUnion, makeViewer } from '@/test/union';

afterAll(endClocks);

const DEVICES = 30;
const ANSWERED = 12;
/** Production reaches no push service on this machine. */
const SURROUNDINGS = { NODE_ENV: 'test', PUSH_LOOPBACK: 'on' };

test('devices that a killed process had not told are told by another one, and those that it had told are not told again', async () => {
  let answered = 0;
  let hangs = true;
  const service = await openPushService(() => (hangs && ++answered > ANSWERED ? 'never' : { status: 201 }));
  const union = await makeUnion();
  const editor = await makeViewer('editor', union.province);
  for (let at = 0; at < DEVICES; at++) await followed(makeDevice(service.origin, `d${at}`));
  const id = await published(editor, writing(union.province));
  const killed = await startClocks(SURROUNDINGS);
  await expect.poll(async () => (await roundOf(id))?.sent, { timeout: 30_000 }).toBe(ANSWERED);
  await expect.poll(() => service.received.length).toBeGreaterThan(ANSWERED);
  await killClocks(killed);
  const unanswered = service.received.filter((each) => !each.answered).length;
  hangs = false;
  await passWaiting(); // two minutes later
  await startClocks(SURROUNDINGS);
  await expect.poll(async () => (await roundOf(id))?.endedAt, { timeout: 60_000 }).toBeTruthy();

  const told = service.received.filter((each) => each.answered).map(({ device }) => device);
  expect(told.sort()).toEqual(Array.from({ length: DEVICES }, (_, at) => `d${at}`).sort());
  expect(service.received.length - told.length, 'what was under way, at most').toBe(unanswered);
  expect(unanswered).toBeLessThanOrEqual(8);
  expect(await roundOf(id)).toMatchObject({ addressed: DEVICES, sent: DEVICES, gone: 0, refused: 0 });
  await service.close();
}, 150_000);

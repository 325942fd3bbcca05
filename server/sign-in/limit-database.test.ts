import { expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { newMark, numberFor } from './device';
import { type SignInTry, secondsUntilSignIn, secondsUntilStep, signInSucceeded, stepSucceeded } from './limit';
import { mayMakeCodes } from './reset-limit';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);
const unknown = (account: string, network: string): SignInTry => ({ account, network, device: null });
const known = (account: string, device: string): SignInTry => ({ account, network: '192.0.2.250', device });

/** Lets the waits of an account pass, as time does; what was missed stays counted. */
const letPass = () => db.throttle.updateMany({ where: { key: { contains: ':turn:' } }, data: { expire: new Date(0) } });

/** The waits of tries that each wait for their turn and miss. */
async function misses(signIn: SignInTry, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (const _ of times(count)) {
    expect(await secondsUntilSignIn(signIn)).toBe(0);
    waits.push(await secondsUntilSignIn(signIn));
    await letPass();
  }
  return waits;
}

test('five passwords for an account are tried from one network; then each waits twice as long as the one before, a quarter of an hour at most', async () => {
  const hers = unknown('lan@demo.invalid', '192.0.2.1');
  for (const _ of times(5)) expect(await secondsUntilSignIn(hers)).toBe(0);
  expect(await misses(hers, 12)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
});

test('a hundred tries at once are a hundred: five get through', async () => {
  const tries = await Promise.all(times(60).map(() => secondsUntilSignIn(unknown('hoa@demo.invalid', '192.0.2.2'))));
  expect(tries.filter((seconds) => seconds === 0).length).toBeLessThanOrEqual(6);
});

test('who asks again while she waits does not wait longer for it', async () => {
  const hers = unknown('mai@demo.invalid', '192.0.2.3');
  for (const _ of times(6)) await secondsUntilSignIn(hers);
  for (const _ of times(20)) expect(await secondsUntilSignIn(hers)).toBeLessThanOrEqual(2);
});

test('the right password forgets what was missed from there, and counts against nobody', async () => {
  const hers = unknown('cuc@demo.invalid', '192.0.2.4');
  for (const _ of times(5)) await secondsUntilSignIn(hers);
  await signInSucceeded(hers);
  for (const _ of times(5)) expect(await secondsUntilSignIn(hers)).toBe(0);
  expect(await secondsUntilSignIn(hers)).toBe(0);
  expect(await secondsUntilSignIn(hers)).toBeGreaterThan(0);
});

test('thirty passwords for an account are tried from anywhere; then each waits, from wherever it comes', async () => {
  const from = (at: number) => unknown('thirty@demo.invalid', `203.0.113.${at}`);
  for (const at of times(30)) expect(await secondsUntilSignIn(from(at))).toBe(0);
  expect(await secondsUntilSignIn(from(30))).toBe(0);
  expect(await secondsUntilSignIn(from(31))).toBeGreaterThan(0);
});

test('strangers of many networks keep her from no device of hers; on a new one she waits a minute at most', async () => {
  const account = 'official@demo.invalid';
  for (const at of times(60)) {
    await secondsUntilSignIn(unknown(account, `198.51.100.${at}`));
    await letPass();
  }
  const stranger = await secondsUntilSignIn(unknown(account, '198.51.100.200'));
  const elsewhere = await secondsUntilSignIn(unknown(account, '198.51.100.201'));
  expect([stranger, elsewhere > 0, elsewhere <= 60]).toEqual([0, true, true]);
  for (const _ of times(10)) expect(await secondsUntilSignIn(known(account, 'her-telephone'))).toBe(0);
});

test('a device that signed in before has misses of its own, and waits after ten', async () => {
  const hers = known('tho@demo.invalid', 'found-in-a-bus');
  for (const _ of times(10)) expect(await secondsUntilSignIn(hers)).toBe(0);
  expect(await misses(hers, 3)).toEqual([2, 4, 8]);
  expect(await secondsUntilSignIn(known('tho@demo.invalid', 'at-home'))).toBe(0);
});

test('a hundred tries in a quarter of an hour come from one network, whatever account they name', async () => {
  for (const at of times(100))
    expect(await secondsUntilSignIn(unknown(`nobody${at}@demo.invalid`, '192.0.2.9'))).toBe(0);
  expect(await secondsUntilSignIn(unknown('next@demo.invalid', '192.0.2.9'))).toBeGreaterThan(0);
  expect(await secondsUntilSignIn(unknown('next@demo.invalid', '192.0.2.10'))).toBe(0);
});

test('the mark of a device holds for its account alone, and not when anything of it was changed', () => {
  const mark = newMark('lan@demo.invalid');
  const [number] = mark.split('.');
  expect(numberFor('lan@demo.invalid', mark)).toBe(number);
  expect(numberFor('lan@demo.invalid', `${newMark('hoa@demo.invalid')}~${mark}`)).toBe(number);
  for (const wrong of ['', 'x', `${mark}x`, mark.replace('.', ''), newMark('hoa@demo.invalid'), `x${mark.slice(1)}.`])
    expect(numberFor('lan@demo.invalid', wrong)).toBeNull();
  expect(numberFor('hoa@demo.invalid', mark)).toBeNull();
});

test('five codes of an account are tried from one network; then each waits twice as long, a quarter of an hour at most, until the right one', async () => {
  const hers = { account: 'step-lan', network: '192.0.2.41' };
  for (const _ of times(5)) expect(await secondsUntilStep(hers)).toBe(0);
  const waits: number[] = [];
  for (const _ of times(11)) {
    expect(await secondsUntilStep(hers)).toBe(0);
    waits.push(await secondsUntilStep(hers));
    await letPass();
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  await stepSucceeded(hers);
  for (const _ of times(5)) expect(await secondsUntilStep(hers)).toBe(0);
});

test('ten codes of an account are tried from anywhere; then each waits, from wherever it comes, and nobody waits for another account', async () => {
  const from = (at: number) => ({ account: 'step-hoa', network: `203.0.113.${100 + at}` });
  for (const at of times(10)) expect(await secondsUntilStep(from(at))).toBe(0);
  expect(await secondsUntilStep(from(10))).toBe(0);
  expect(await secondsUntilStep(from(11))).toBeGreaterThan(0);
  expect(await secondsUntilStep({ account: 'step-mai', network: '203.0.113.111' })).toBe(0);
});

test('her own right code gives nobody else who tries codes of hers another ten', async () => {
  const stranger = (at: number) => ({ account: 'step-tu', network: `198.51.100.${100 + at}` });
  for (const at of times(10)) expect(await secondsUntilStep(stranger(at))).toBe(0);
  await letPass();
  const hers = { account: 'step-tu', network: '192.0.2.77' };
  expect(await secondsUntilStep(hers)).toBe(0);
  await stepSucceeded(hers);
  expect(await secondsUntilStep(stranger(11))).toBeGreaterThan(0);
  await letPass();
  expect(await secondsUntilStep(stranger(12))).toBe(0);
  expect(await secondsUntilStep(stranger(13))).toBeGreaterThan(0);
});

test('a right code takes off what was counted for the account from there, and no try that had to wait', async () => {
  const pointsOf = async () =>
    (await db.throttle.findFirst({ where: { key: 'sign-in:step:step-nga' }, select: { points: true } }))?.points;
  const stranger = (at: number) => ({ account: 'step-nga', network: `198.51.100.${at}` });
  for (const at of times(11)) expect(await secondsUntilStep(stranger(at))).toBe(0);
  const hers = { account: 'step-nga', network: '192.0.2.78' };
  // nobody's turn for anybody: hers are counted at her network alone
  for (const _ of times(4)) expect(await secondsUntilStep(hers)).toBeGreaterThan(0);
  await letPass();
  expect(await secondsUntilStep(hers)).toBe(0);
  await stepSucceeded(hers);
  expect(await pointsOf()).toBe(11);
});

test('an account that all visitors of a demonstration share waits for nobody but who misses herself; any other one does', async () => {
  const tried = async (account: string) => {
    for (const at of times(60)) {
      await secondsUntilSignIn(unknown(account, `100.64.0.${at}`));
      await letPass();
    }
    const waits = times(3).map((at) => secondsUntilSignIn(unknown(account, `100.64.1.${at}`)));
    return (await Promise.all(waits)).filter((seconds) => seconds > 0).length;
  };
  env.DEMO = 'on';
  try {
    expect(await tried('province@demo.invalid')).toBe(0);
    expect(await tried('somebody@demo.invalid')).toBeGreaterThan(0);
  } finally {
    env.DEMO = 'off';
  }
  expect(await tried('editor@demo.invalid')).toBeGreaterThan(0);
});

test('ten new codes are made for an account five times within an hour', async () => {
  for (const _ of times(5)) expect(await mayMakeCodes('codes-lan')).toBe(true);
  expect([await mayMakeCodes('codes-lan'), await mayMakeCodes('codes-hoa')]).toEqual([false, true]);
});

import { expect, test } from 'vitest';
import { codeWasKnown, mayAskCode, secondsUntilForm, secondsUntilPhones } from './rate-limit';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

test('fifty neighbours behind one router sign up at once, each with a mistake or two on the way', async () => {
  const waits = await Promise.all(times(150).map(() => secondsUntilForm('192.0.2.1')));
  expect(waits).toEqual(Array(150).fill(0));
});

test('a network that sends more than three hundred forms in an hour has to wait, for how long is known, and no other does', async () => {
  for (const _ of times(6)) await Promise.all(times(50).map(() => secondsUntilForm('192.0.2.2')));
  const seconds = await secondsUntilForm('192.0.2.2');
  expect(seconds).toBeGreaterThan(3_500);
  expect(seconds).toBeLessThanOrEqual(3_600);
  expect(await secondsUntilForm('192.0.2.3')).toBe(0);
});

test('one number is named eight times an hour at most from one network, also as somebody who comes along', async () => {
  const [named, other] = ['+84912345678', '+84912345679'];
  for (const _ of times(8)) expect(await secondsUntilPhones([named], '192.0.2.4')).toBe(0);
  expect(await secondsUntilPhones([named], '192.0.2.4')).toBeGreaterThan(3_500);
  expect(await secondsUntilPhones([other, named], '192.0.2.4')).toBeGreaterThan(3_500);
  expect(await secondsUntilPhones(['+84912345670'], '192.0.2.4')).toBe(0);
});

test('who keeps naming the number of somebody else does not keep her from signing up at home; many networks together do', async () => {
  const hers = '+84912345600';
  for (const _ of times(60)) await secondsUntilPhones([hers], '192.0.2.66');
  expect(await secondsUntilPhones([hers], '192.0.2.5')).toBe(0);
  for (const at of times(15)) expect(await secondsUntilPhones([hers], `198.51.100.${at}`)).toBe(0);
  expect(await secondsUntilPhones([hers], '192.0.2.5')).toBeGreaterThan(3_500);
});

test('thirty codes that nothing bears are tried in a quarter of an hour; those that exist count for nothing', async () => {
  for (const _ of times(40)) {
    expect(await mayAskCode('192.0.2.7')).toBe(true);
    await codeWasKnown('192.0.2.7');
  }
  const guesses = await Promise.all(times(31).map(() => mayAskCode('192.0.2.7')));
  expect(guesses.filter(Boolean)).toHaveLength(30);
  expect(await mayAskCode('192.0.2.8')).toBe(true);
});

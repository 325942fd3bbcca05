import { expect, test } from 'vitest';
import { mayAsk, wasKnown, whyFormWaits } from './rate-limit';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** A number that nobody has named yet. */
let numbers = 0;
const newNumber = () => `+8491${String(numbers++).padStart(7, '0')}`;
const many = (count: number, send: () => Promise<unknown>) => Promise.all(times(count).map(send));

test('fifty neighbours behind one router sign up at once, each with a mistake or two on the way', async () => {
  const women = times(50).map(newNumber);
  const waits = await Promise.all([...women, ...women, ...women].map((phone) => whyFormWaits([phone], '192.0.2.1')));
  expect(waits).toEqual(Array(150).fill(null));
});

test('a network that sends more than four hundred forms in an hour has to wait, for how long is known, and no other does', async () => {
  for (const _ of times(8)) await many(50, () => whyFormWaits([newNumber()], '192.0.2.2'));
  const wait = await whyFormWaits([newNumber()], '192.0.2.2');
  expect(wait?.problem).toBe('too-many-from-here');
  expect(wait?.seconds).toBeGreaterThan(3_500);
  expect(wait?.seconds).toBeLessThanOrEqual(3_600);
  expect(await whyFormWaits([newNumber()], '192.0.2.3')).toBeNull();
});

test('whoever sends hundreds of forms that name no number, or the same ones, leaves her neighbours a way in', async () => {
  for (const _ of times(7)) await many(50, () => whyFormWaits([], '192.0.2.9'));
  expect((await whyFormWaits([], '192.0.2.9'))?.problem).toBe('too-many-from-here');
  const hers = newNumber();
  expect(await whyFormWaits([hers], '192.0.2.9'), 'her first form').toBeNull();
  expect(await whyFormWaits([hers], '192.0.2.9'), 'corrected').toBeNull();
});

test('three hundred forms with one number shut out nobody else behind the same address', async () => {
  const one = newNumber();
  for (const _ of times(6)) await many(50, () => whyFormWaits([one], '192.0.2.10'));
  expect((await whyFormWaits([one], '192.0.2.10'))?.problem).toBe('too-many-for-phone');
  const waits = await many(200, () => whyFormWaits([newNumber()], '192.0.2.10'));
  expect(waits).toEqual(Array(200).fill(null));
});

test('one number is named eight times an hour at most from one network, also as somebody who comes along', async () => {
  const [named, other] = [newNumber(), newNumber()];
  for (const _ of times(8)) expect(await whyFormWaits([named], '192.0.2.4')).toBeNull();
  expect((await whyFormWaits([named], '192.0.2.4'))?.seconds).toBeGreaterThan(3_500);
  expect((await whyFormWaits([other, named], '192.0.2.4'))?.problem).toBe('too-many-for-phone');
  expect(await whyFormWaits([newNumber()], '192.0.2.4')).toBeNull();
});

test('who keeps naming the number of somebody else does not keep her from signing up at home; many networks together do', async () => {
  const hers = newNumber();
  for (const _ of times(60)) await whyFormWaits([hers], '192.0.2.66');
  expect(await whyFormWaits([hers], '192.0.2.5')).toBeNull();
  for (const at of times(15)) expect(await whyFormWaits([hers], `198.51.100.${at}`)).toBeNull();
  expect((await whyFormWaits([hers], '192.0.2.5'))?.seconds).toBeGreaterThan(3_500);
});

test.each(['certificate', 'ticket', 'invitation'] as const)(
  'thirty made-up secrets of a %s are tried in a quarter of an hour; those that exist count for nothing',
  async (what) => {
    for (const _ of times(40)) {
      expect(await mayAsk(what, '192.0.2.7')).toBe(true);
      await wasKnown(what, '192.0.2.7');
    }
    const guesses = await Promise.all(times(31).map(() => mayAsk(what, '192.0.2.7')));
    expect(guesses.filter(Boolean)).toHaveLength(30);
    expect(await mayAsk(what, '192.0.2.8')).toBe(true);
  },
);

import { expect, test } from 'vitest';
import { codeWasKnown, mayAskCode, mayNamePhones, maySendForm } from './rate-limit';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

test('fifty neighbours behind one router sign up at once, each with a mistake or two on the way', async () => {
  const answers = await Promise.all(times(150).map(() => maySendForm('192.0.2.1')));
  expect(answers.filter(Boolean)).toHaveLength(150);
});

test('a network that sends more than three hundred forms in an hour has to wait, and no other does', async () => {
  for (const _ of times(6)) await Promise.all(times(50).map(() => maySendForm('192.0.2.2')));
  expect(await maySendForm('192.0.2.2')).toBe(false);
  expect(await maySendForm('192.0.2.3')).toBe(true);
});

test('one number is named eight times an hour at most, from whichever network, also as somebody who comes along', async () => {
  for (const _ of times(8)) expect(await mayNamePhones(['+84912345678'])).toBe(true);
  expect(await mayNamePhones(['+84912345678'])).toBe(false);
  expect(await mayNamePhones(['+84912345679', '+84912345678'])).toBe(false);
  expect(await mayNamePhones(['+84912345670'])).toBe(true);
});

test('thirty codes that nothing bears are tried in a quarter of an hour; those that exist count for nothing', async () => {
  for (const _ of times(40)) {
    expect(await mayAskCode('192.0.2.4')).toBe(true);
    await codeWasKnown('192.0.2.4');
  }
  const guesses = await Promise.all(times(31).map(() => mayAskCode('192.0.2.4')));
  expect(guesses.filter(Boolean)).toHaveLength(30);
  expect(await mayAskCode('192.0.2.5')).toBe(true);
});

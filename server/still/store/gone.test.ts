import { expect, test } from 'vitest';
import { Gone } from './gone';
import { makeReply } from './reply';

const missing = () => makeReply({ status: 404, contentType: 'text/html', body: Buffer.from('không có') });

test('that a page which was kept is gone is said for a second from when that was looked for, and then found out anew', async () => {
  let now = 1_000_000;
  const gone = new Gone(() => now);
  gone.note('/a');
  expect([gone.has('/a'), gone.reply('/a')]).toEqual([true, undefined]);
  const reply = await missing();
  gone.noteMissing('/a', reply, { change: 0, at: now - 100 });
  now += 900;
  expect([gone.has('/a'), gone.reply('/a')]).toEqual([true, reply]);
  expect([gone.reply('/a', 0), gone.reply('/a', 1)], 'exactly, before and after a change').toEqual([reply, undefined]);
  now++;
  expect([gone.has('/a'), gone.reply('/a')], 'to be looked for once more').toEqual([true, undefined]);
  gone.forget('/a');
  gone.noteMissing('/a', reply, { change: 0, at: now });
  expect(gone.reply('/a'), 'it came again, and what is missing now was made up').toBeUndefined();
});

test('of made-up addresses nothing is remembered, and of those that were kept only so many', async () => {
  const gone = new Gone(() => 0);
  gone.noteMissing('/a', await missing(), { change: 0, at: 0 });
  expect([gone.reply('/a'), gone.has('/a')]).toEqual([undefined, false]);
  for (let page = 0; page <= 1_000; page++) gone.note(`/${page}`);
  expect([gone.has('/0'), gone.has('/1'), gone.has('/1000')]).toEqual([false, true, true]);
});

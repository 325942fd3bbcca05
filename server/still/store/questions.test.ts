import { beforeEach, expect, test } from 'vitest';
import { FORGET } from '../tags';
import { Questions, roomForQuestions } from './questions';
import { makeReply, type Reply } from './reply';

const TAGS = ['articles:news', 'units'];
let now: number;
let questions: Questions;
let reply: Reply;
beforeEach(async () => {
  now = 1_000_000;
  questions = new Questions({ room: 1_000_000, now: () => now });
  reply = await makeReply({ status: 200, contentType: 'text/html', body: Buffer.from('tìm thấy') });
});

/** Asks, and hands over what is found: true if that is kept. */
const ask = (question: string) => {
  questions.note(question);
  return questions.keep(question, reply, TAGS, questions.mark());
};

test('an answer is kept when its question is asked again within ten minutes, and not before', () => {
  expect(ask('lớp')).toBe(false);
  expect(questions.fresh('lớp')).toBeUndefined();
  now += 601_000;
  expect(ask('lớp'), 'asked again too late').toBe(false);
  now += 600_000;
  expect(ask('lớp')).toBe(true);
  expect(questions.fresh('lớp')).toBeDefined();
});

test('what was dropped is not read for a moment longer, by nobody; asked anew it is kept at once', () => {
  for (const _ of [1, 2]) ask('lớp');
  questions.drop(['articles:news']);
  expect(questions.fresh('lớp')).toBeUndefined();
  now += 3_000_000;
  expect(ask('lớp')).toBe(true);
});

test('what was taken back leaves no copy, not even for an outage', () => {
  for (const _ of [1, 2]) ask('lớp');
  questions.drop(['articles:news', FORGET]);
  expect([questions.size, questions.lastGood('lớp')]).toEqual([0, undefined]);
});

test('what was found before something was taken back is not kept after it', () => {
  for (const _ of [1, 2]) questions.note('lớp');
  const since = questions.mark();
  questions.drop(['units', FORGET]);
  expect(questions.keep('lớp', reply, TAGS, since)).toBe(false);
});

test('ten thousand different questions have nothing kept, push nothing out, and a thousand are remembered', () => {
  for (const _ of [1, 2]) ask('lớp');
  for (let question = 0; question < 10_000; question++) expect(ask(`hỏi ${question}`)).toBe(false);
  expect([questions.size, questions.remembered]).toEqual([1, 1_000]);
  expect(questions.fresh('lớp')).toBeDefined();
});

test('ten thousand questions that are each asked twice stay within their room', () => {
  for (let question = 0; question < 10_000; question++) for (const _ of [1, 2]) ask(`hỏi ${question}`);
  expect(questions.bytes).toBeLessThanOrEqual(1_000_000);
  expect(questions.size).toBeLessThan(200);
});

test('questions have an eighth of the room, at most four million bytes; none where nothing is to be kept', () => {
  expect([64_000_000, 8_000_000, 0].map(roomForQuestions)).toEqual([4_000_000, 1_000_000, 0]);
});

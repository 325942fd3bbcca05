import { expect, test } from 'vitest';
import { line, prose } from './text';

const wrong = (schema: ReturnType<typeof line>, text: string) =>
  (schema.safeParse(text).error?.issues ?? []).map(({ message }) => message);

test('a text that is missing is asked for, one that is too short is asked for more, and neither is said twice', () => {
  for (const schema of [line(3, 10), prose(3, 10)]) {
    for (const nothing of ['', '  ', '\u200b']) expect(wrong(schema, nothing)).toEqual(['required']);
    expect(wrong(schema, 'ab')).toEqual(['too-short']);
    expect(wrong(schema, 'abcdefghijk')).toEqual(['too-long']);
    expect(wrong(schema, 'abc')).toEqual([]);
  }
  expect(wrong(line(0, 10), '')).toEqual([]);
});

test('half a sign, as JSON can bring it, is left out, and a whole one of two halves stays', () => {
  for (const schema of [line(1, 20), prose(1, 20)]) {
    expect(schema.parse('a\ud800b\udc00c')).toBe('abc');
    expect(schema.parse('chào 👋')).toBe('chào 👋');
    expect(wrong(schema, '\ud800')).toEqual(['required']);
  }
});

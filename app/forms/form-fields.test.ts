import { expect, test } from 'vitest';
import { z } from 'zod';
import { arrangeInput } from '@/domain/articles/front/front';
import { errorsOf, fieldsOf, TooManyFields } from './form-fields';

const formOf = (...entries: [string, string | File][]) => {
  const form = new FormData();
  for (const [key, value] of entries) form.append(key, value);
  return form;
};

test('texts, lists and records are read as they stand; of a field that stands twice the last counts', () => {
  const form = formOf(
    ['name', 'Lan'],
    ['name', 'Hoa'],
    ['skills[]', 'a'],
    ['skills[]', 'b'],
    ['level[7.x]', 'alone'],
    ['level[8.x]', 'with_help'],
    ['level[7.x]', 'not_yet'],
    ['level[a_b]', 'alone'],
    ['level[__proto__]', 'alone'],
    ['$ACTION_ID', 'x'],
  );
  expect(fieldsOf(form)).toEqual({
    name: 'Hoa',
    skills: ['a', 'b'],
    level: { '7.x': 'not_yet', '8.x': 'with_help', a_b: 'alone' },
    'level[__proto__]': 'alone',
  });
});

test('NUL, which no database keeps, is taken out wherever it stands', () => {
  const form = formOf(['name', 'L\0an'], ['skills[]', '\0'], ['level[7.x]', 'a\0']);
  expect(fieldsOf(form)).toEqual({ name: 'Lan', skills: [''], level: { '7.x': 'a' } });
});

test('what the choice of a place above a form sends along is not part of what the form says', () => {
  const form = formOf(['unit', 'Tổ 3 · Chi hội Khu phố 5'], ['$address', 'unit'], ['unitId', 'a'], ['name', 'Lan']);
  expect(fieldsOf(form)).toEqual({ unitId: 'a', name: 'Lan' });
});

test('a file is taken only where one is asked for, and the first of several', () => {
  const [first, second] = ['a.csv', 'b.csv'].map((name) => new File(['x'], name)) as [File, File];
  const fields = fieldsOf(formOf(['sheetFile', first], ['sheetFile', second], ['name', second]));
  expect(Object.keys(fields)).toEqual(['sheetFile']);
  expect((fields.sheetFile as File).name).toBe('a.csv');
});

test('a hundred and ten thousand keys are given up at the first one too many, whether they differ or not', () => {
  for (const keyOf of [(at: number) => `k${at}`, () => 'k', () => 'k[]', (at: number) => `k[${at}]`]) {
    const form = new FormData();
    for (let at = 0; at < 110_000; at++) form.append(keyOf(at), '');
    let read = 0;
    const counted = {
      *[Symbol.iterator]() {
        for (const entry of form) {
          read++;
          yield entry;
        }
      },
    } as unknown as FormData;
    expect(() => fieldsOf(counted, 200)).toThrow(TooManyFields);
    expect(read).toBe(201);
  }
});

test('what is wrong with an entry of a record is told of its own field, with one of a list of the list', () => {
  const { error } = z
    .object({ size: z.record(z.string(), z.string().min(1)), ids: z.array(z.string().min(1)) })
    .safeParse({ size: { 'line-0': '', 'line-1': 'a' }, ids: ['', 'a'] });
  expect(errorsOf(error as z.ZodError)).toEqual({ 'size[line-0]': ['too-short'], ids: ['too-short'] });
  const [articleId, from] = [{ 'line-0': '00000000-0000-7000-8000-000000000001' }, { 'line-0': '30/2/2026' }];
  const mistyped = arrangeInput.safeParse({ spot: 'home_news', version: '0', articleId, from });
  expect(errorsOf(mistyped.error as z.ZodError)).toEqual({ 'from[line-0]': ['not-a-day'] });
});

test('a field that is wrong in two ways of one name is told so once', () => {
  const reason = z
    .string()
    .refine(() => false, 'required')
    .refine(() => false, 'required')
    .refine(() => false, 'too-long');
  const { error } = z.object({ reason }).safeParse({ reason: '' });
  expect(errorsOf(error as z.ZodError)).toEqual({ reason: ['required', 'too-long'] });
});

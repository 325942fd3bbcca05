import { expect, test } from 'vitest';
import { fieldsOfParts, partsIn, type WrittenParts, writtenPartsInput } from './written-parts';

const step = {
  articleId: '0198a000-0000-7000-8000-000000000001',
  version: '1',
  titleVi: { 'step-0': 'Mở máy', 'step-1': 'Gõ mã' },
  bodyVi: { 'step-0': 'Bấm nút.', 'step-1': 'Gõ chậm.' },
  screen: { 'step-0': 'app', 'step-1': 'code' },
  beside: { 'step-0': 'key', 'step-1': 'key' },
};

const wrongIn = (change: Partial<Record<keyof WrittenParts, unknown>>) => {
  const { error } = writtenPartsInput.strict().safeParse({ ...step, ...change });
  return error?.issues.map(({ path, message }) => [path[0], message]);
};

test('steps with a drawing each are written, English may follow later', () => {
  expect(wrongIn({})).toBeUndefined();
  expect(wrongIn({ screen: { 'step-0': 'app', 'step-1': 'app' } })).toEqual([['beside[step-1]', 'drawn-already']]);
  expect(wrongIn({ screen: { 'step-0': 'app' } })).toEqual([['screen[step-1]', 'required']]);
});

test('English that is begun is whole', () => {
  expect(wrongIn({ titleEn: { 'step-0': 'Switch it on' } })).toEqual([
    ['bodyEn[step-0]', 'required'],
    ['titleEn[step-1]', 'required'],
    ['bodyEn[step-1]', 'required'],
  ]);
});

test('a guide has at most twelve steps, and takes no field that its form does not have', () => {
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`trouble-${at}`, 'Hỏng']));
  expect(wrongIn({ titleVi: many, bodyVi: many })).toEqual([['form', 'too-many-parts']]);
  expect(wrongIn({ titleVi: { 'other-1': 'x' } })).toHaveLength(1);
});

test('a run of more than a hundred letters is refused, blanks that do not break among them', () => {
  const joined = Array(101).fill('a').join('\u00a0');
  expect(wrongIn({ bodyVi: { ...step.bodyVi, 'step-0': joined } })).toEqual([['bodyVi[step-0]', 'run-too-long']]);
  expect(wrongIn({ bodyVi: { ...step.bodyVi, 'step-0': joined.replaceAll('\u00a0', ' ') } })).toBeUndefined();
  expect(wrongIn({ titleVi: { ...step.titleVi, 'step-1': 'a'.repeat(100) } })).toBeUndefined();
});

test('what is kept fills the form, and the form gives it back', () => {
  const parts = partsIn(writtenPartsInput.parse(step), 'vi');
  expect(fieldsOfParts({ vi: parts })).toMatchObject({
    'titleVi[step-1]': 'Gõ mã',
    'beside[step-1]': 'key',
    'screen[step-0]': 'app',
  });
  expect(partsIn(writtenPartsInput.parse(step), 'en').steps).toEqual([]);
});

import { expect, test } from 'vitest';
import { dialled, isHotline, lackOf } from './alert';
import { alertIn, fieldsOfAlert, writtenAlertInput } from './written-alert';

const sent = {
  articleId: '0198a000-0000-7000-8000-000000000001',
  version: '1',
  titleVi: { 'sign-0': 'Gọi số lạ', 'step-0': 'Tắt máy', 'hotline-0': 'Công an' },
  number: { 'hotline-0': '113' },
};
const wrongIn = (change: object) =>
  writtenAlertInput
    .strict()
    .safeParse({ ...sent, ...change })
    .error?.issues.map(({ path, message }) => [path[0], message]);

test('lines in Vietnamese are enough; English that is begun is whole, and a hotline has a name and a number', () => {
  expect(wrongIn({})).toBeUndefined();
  expect(wrongIn({ titleEn: { 'sign-0': 'A call', 'step-0': 'Hang up' } })).toEqual([
    ['titleEn[hotline-0]', 'required'],
  ]);
  expect(wrongIn({ number: {} })).toEqual([['number[hotline-0]', 'required']]);
  expect(wrongIn({ number: { ...sent.number, 'hotline-1': '156' } })).toEqual([['titleVi[hotline-1]', 'required']]);
});

test('a number can be called: short ones, those of offices and of phones; words and links are none', () => {
  for (const number of ['113', '156', '1900 1234', '(0251) 3822 222', '+84 251 382 2222', '0912.345.678'])
    expect(isHotline(number), number).toBe(true);
  for (const number of ['', '11', 'zalo', '113 hoặc 114', 'tel:113', '0'.repeat(16), '+'])
    expect(isHotline(number), number).toBe(false);
  expect(wrongIn({ number: { 'hotline-0': '<b>113</b>' } })).toEqual([['number[hotline-0]', 'not-a-hotline']]);
  expect(dialled('+84 (251) 382.2222')).toBe('+842513822222');
});

test('it takes no line that its form does not have, and no more than there may be', () => {
  expect(wrongIn({ titleVi: { 'need-0': 'x' } })).toHaveLength(1);
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`sign-${at}`, 'Gọi']));
  expect(wrongIn({ titleVi: many, number: {} })).toEqual([['form', 'too-many-parts']]);
});

test('what is kept fills the form, and the form gives it back', () => {
  const vi = alertIn(writtenAlertInput.parse(sent), 'vi');
  expect(fieldsOfAlert({ vi })).toEqual({
    'titleVi[sign-0]': 'Gọi số lạ',
    'titleVi[step-0]': 'Tắt máy',
    'titleVi[hotline-0]': 'Công an',
    'number[hotline-0]': '113',
  });
  expect(alertIn(writtenAlertInput.parse(sent), 'en').signs).toEqual([]);
});

test('an alert lacks signs first, then steps, whom to call, the address of who verified it, in any language that is written', () => {
  const vi = { signs: ['a'], steps: ['b'], hotlines: [{ name: 'CA', number: '113' }] };
  const of = (change: object) => ({
    texts: [{ locale: 'vi' as const }],
    source: { name: 'CA', url: 'https://x.vn' },
    ...change,
  });
  expect(lackOf(of({}), { vi })).toBeNull();
  expect(lackOf(of({}), {})).toBe('signs-needed');
  expect(lackOf(of({}), { vi: { ...vi, steps: [] } })).toBe('steps-needed');
  expect(lackOf(of({ source: null }), { vi: { ...vi, hotlines: [] } })).toBe('hotlines-needed');
  for (const source of [null, { name: 'CA', url: null }]) expect(lackOf(of({ source }), { vi })).toBe('source-needed');
  expect(lackOf(of({ texts: [{ locale: 'vi' }, { locale: 'en' }] }), { vi })).toBe('signs-needed');
});

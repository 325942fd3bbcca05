import { expect, test } from 'vitest';
import { suggestTerms } from './terms';

const absent = (vi: string, en: string) =>
  suggestTerms(vi, en)
    .filter((term) => term.absent)
    .map((term) => term.vi);

test('each term of the Vietnamese text is suggested once, in the order of the text', () => {
  expect(suggestTerms('Hội viên ở xã ấy là hội viên của Chi hội số.', '')).toEqual([
    { vi: 'hội viên', en: 'member', absent: true },
    { vi: 'xã', en: 'commune', absent: true },
    { vi: 'Chi hội số', en: 'Digital Sub-association', absent: true },
  ]);
});

test('the longest term is meant, and no part of it', () => {
  expect(absent('hội viên nòng cốt', 'core members')).toEqual([]);
  expect(absent('hội viên nòng cốt', 'members')).toEqual(['hội viên nòng cốt']);
  expect(absent('Câu lạc bộ Phụ nữ số', "the Digital Women's Clubs")).toEqual([]);
});

test('only whole words are terms, and marks matter', () => {
  expect(suggestTerms('xã hội nông thôn, hợp tác xã, hoi vien, xạ, phượng', '')).toEqual([]);
  expect(absent('xã', 'the communes')).toEqual([]);
  expect(absent('xã', 'communal')).toEqual(['xã']);
});

test('one and several, any of the forms, in whatever case and with any apostrophe', () => {
  expect(absent('Gia đình số', 'two digital families')).toEqual([]);
  expect(absent('đại hội', 'congresses')).toEqual([]);
  expect(absent('người khuyết tật', 'people with disabilities')).toEqual([]);
  expect(absent('Hội Liên hiệp Phụ nữ', 'the Women’s Union')).toEqual([]);
});

test('a term that a line breaks is found', () => {
  expect(absent('hội\nviên', 'women')).toEqual(['hội viên']);
});

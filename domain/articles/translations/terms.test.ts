import { expect, test } from 'vitest';
import { glossary } from './glossary';
import { suggestTerms, vietnameseIn } from './terms';

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

test('each line of the glossary says a term in both languages, once: no Vietnamese word is said in two ways', () => {
  const lines = glossary.trim().split('\n');
  const words: string[] = [];
  for (const line of lines) {
    const parts = line.split(': ');
    expect(parts, line).toHaveLength(2);
    for (const part of parts) for (const each of part.split(', ')) expect(each, line).toMatch(/^\S(.*\S)?$/);
    words.push(...vietnameseIn(parts[0] ?? ''));
  }
  const keys = words.map((word) => word.normalize('NFC').toLowerCase());
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(glossary).toBe(glossary.normalize('NFC'));
});

test('each term of the glossary is found in a text, and said by its usual English words, one or several', () => {
  for (const line of glossary.trim().split('\n')) {
    const [vietnamese = '', english = ''] = line.split(': ');
    const usual = (english.split(', ')[0] ?? '').replaceAll('~', '');
    for (const vi of vietnameseIn(vietnamese)) {
      expect(suggestTerms(`Nói về ${vi}.`, ''), vi).toEqual([{ vi, en: usual, absent: true }]);
      expect(suggestTerms(`Nói về ${vi}.`, `About the ${usual}.`), vi).toEqual([{ vi, en: usual, absent: false }]);
    }
  }
});

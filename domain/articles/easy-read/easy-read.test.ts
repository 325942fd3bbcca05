import { expect, test } from 'vitest';
import { easyParagraphs, longSentencesIn } from './easy-read';

const words = (count: number) => Array.from({ length: count }, (_, at) => `chữ${at}`).join(' ');

test('a sentence of fifteen words is short, one of sixteen is told', () => {
  expect(longSentencesIn(`${words(15)}. ${words(15)}!`)).toEqual([]);
  expect(longSentencesIn(`Ngắn. ${words(16)}. Ngắn.`)).toEqual([`${words(16)}.`]);
});

test('a line ends a sentence, a point within a number or an address does not', () => {
  expect(longSentencesIn(`${words(10)}\n${words(10)}`)).toEqual([]);
  expect(longSentencesIn(`${words(8)} 1.234,5 vneid.gov.vn ${words(8)}`)).toHaveLength(1);
});

test('dashes and signs alone are no words, and a long text is read in no time', () => {
  expect(longSentencesIn(`${words(15)} – … ”`)).toEqual([]);
  const begun = performance.now();
  longSentencesIn(`${'a '.repeat(200_000)}`);
  longSentencesIn('.'.repeat(200_000));
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('its lines are its paragraphs', () => {
  expect(easyParagraphs(' Một.\n\n\nHai. \n')).toEqual(['Một.', 'Hai.']);
});

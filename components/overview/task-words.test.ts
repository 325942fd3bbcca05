import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { communeWords, type Words } from '@/components/trainings/place-words';
import type { Which } from '@/domain/overview/task';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { type Said, whichWords } from './task-words';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<Locale, Record<string, any>> = { vi: await messagesOf('vi'), en: await messagesOf('en') };
const wordsOf = (locale: Locale, namespace: string) =>
  createTranslator({ locale, messages: messages[locale], namespace });

function said(locale: Locale, which: Which, count: number): string {
  const trainings = wordsOf(locale, 'trainings') as Words;
  const words: Said = {
    locale,
    t: wordsOf(locale, 'overview') as Said['t'],
    jobOf: wordsOf(locale, 'jobs') as Said['jobOf'],
    placeOf: (commune) => communeWords(trainings, commune),
    periodOf: ({ from }) => from,
  };
  return whichWords(words, { name: 'modelsPlanned', count, href: '/admin', which });
}

test('names that hold a comma themselves are told apart by a semicolon, all others by a comma', () => {
  const models = ['Gia đình số Tổ 5, Khu phố 4', 'Gia đình số Khu phố 3'];
  expect(said('vi', { of: 'names', names: models }, 2)).toBe('Gia đình số Tổ 5, Khu phố 4; Gia đình số Khu phố 3.');
  expect(said('vi', { of: 'names', names: models }, 4)).toContain('Khu phố 4; Gia đình số Khu phố 3 và 2 nữa');
  expect(said('vi', { of: 'names', names: ['Khu phố 1', 'Khu phố 2'] }, 2)).toBe('Khu phố 1, Khu phố 2.');
});

test('a commune within a sentence begins small in Vietnamese, and keeps its own name in English', () => {
  const most = { kind: 'ward' as const, name: 'Bình Phước' };
  expect(said('vi', { of: 'commune', most }, 7)).toBe('Nhiều nhất ở phường Bình Phước.');
  expect(said('en', { of: 'commune', most }, 7)).toBe('Most in Bình Phước ward.');
});

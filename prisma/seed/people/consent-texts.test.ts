import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consentPurposes } from '@/domain/consents/consent';
import { consentTexts } from './consent-texts';

const newest = (purpose: string) => consentTexts.filter((text) => text.purpose === purpose).at(-1);

test('an answer that holds in general is asked for in general: no wording in use speaks of one article or one picture alone', () => {
  for (const purpose of consentPurposes) {
    const text = newest(purpose);
    expect(text, purpose).toBeDefined();
    expect(text?.vi, purpose).not.toMatch(/(bài viết|bài|hình ảnh|câu chuyện) này/);
    expect(text?.en, purpose).not.toMatch(/this (article|story|picture)/);
  }
});

test('a portal that asks already gets the same words', () => {
  const folder = '20261231120300_a_name_in_stories_is_asked_for_in_general';
  const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, 'utf8');
  const text = newest('name_in_story');
  for (const body of [text?.vi, text?.en]) expect(sql).toContain(`'${body}'`);
});

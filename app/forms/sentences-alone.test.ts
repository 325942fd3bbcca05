import { createTranslator } from 'next-intl';
import { expect, test, vi } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { problem } from '@/domain/result';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { conceptOf, errorsTold, problemTold } from './sentences';

// what next-intl gives to whoever is within an answer
vi.mock('next-intl/server', () => ({
  getTranslations: async ({ locale }: { locale: Locale }) =>
    createTranslator({ locale, messages: await messagesOf(locale) }),
}));

const reading = (locale: Locale): Viewer => ({
  accountId: 'a',
  personId: null,
  displayName: 'Lan',
  locale,
  grants: [],
});

test('a refusal brings what the concept itself says of it, in her language', async () => {
  const refused = problem('instructor-full', { count: '10' });
  const { sentences: vi = {} } = await problemTold(reading('vi'), 'pairs', refused);
  expect(vi['instructor-full']).toMatch(/^Người hướng dẫn này đang kèm 10 chị/);
  const { sentences: en = {} } = await problemTold(reading('en'), 'pairs', refused);
  expect(en['instructor-full']).toMatch(/10/);
  expect(en['instructor-full']).not.toBe(vi['instructor-full']);
});

test('of wrong fields each sentence comes once, and none that every page has', async () => {
  const fields = { name: ['not-a-name'], alias: ['not-a-name'], born: ['required', 'not-a-year'] };
  const { sentences = {} } = await errorsTold(reading('vi'), 'people', fields);
  expect(Object.keys(sentences).sort()).toEqual(['not-a-name', 'not-a-year']);
});

test('a form that asks for the words of nothing, or of what is no concept, is told none', async () => {
  for (const state of [undefined, null, 'people', {}, { concept: 1 }, { concept: '__proto__' }, { concept: 'a.b' }])
    expect(conceptOf(state)).toBeUndefined();
  expect(conceptOf({ status: 'new', concept: 'digital-models' })).toBe('digital-models');
  for (const concept of [undefined, 'constructor', 'nothing'])
    expect(await errorsTold(reading('vi'), concept, { name: ['not-a-name'] })).toEqual({});
});

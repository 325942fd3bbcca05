import { createTranslator } from 'use-intl/core';
import { isDay } from '@/domain/days/day';
import { givenName } from '@/domain/order';
import { bareName } from '@/domain/units/bare-name';
import { formatDay } from './format';
import type { Locale } from './locales';
import en from './messages/en/reminders.json';
import vi from './messages/vi/reminders.json';

const messages = { vi, en };
export const reminderTranslator = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });
type Words = ReturnType<typeof reminderTranslator>;

const about = { commune: 'words.communeText', records: 'words.recordsText' } as const;

/** The words of a reminder, of its facts as they were kept: what stands above a mail and in it. */
export function reminderWords(locale: Locale, facts: Readonly<Record<string, string>>) {
  const t = reminderTranslator(locale);
  const [from, place] = [fromWords(t, facts), placeWords(t, facts)];
  const text = facts.about === 'commune' || facts.about === 'records' ? about[facts.about] : 'words.units';
  return {
    subject: t('words.subject', { place }),
    sentences: [t(text, { from, place, count: Number(facts.count) }), t('words.then'), untilWords(t, locale, facts)],
  };
}

/** The same for somebody who has no account: greeted, with what each place lacks. */
export function toldReminder(
  locale: Locale,
  facts: Readonly<Record<string, string>>,
  { name, list }: { name: string; list: string },
): string {
  const t = reminderTranslator(locale);
  const called = givenName(name);
  return [
    called && t('words.hello', { name: called }),
    t('words.told', { from: fromWords(t, facts), list }),
    untilWords(t, locale, facts),
    t('words.ask'),
  ]
    .filter(Boolean)
    .join(' ');
}

const kinds = ['commune', 'ward', 'special_zone'] as const;
const kindOf = (kind: string | undefined) => kinds.find((each) => each === kind);

function fromWords(t: Words, { fromKind, fromName = '' }: Readonly<Record<string, string>>): string {
  return t(`words.from.${kindOf(fromKind) ?? 'city'}`, { name: bareName(fromName) });
}

function placeWords(t: Words, { placeKind, placeName = '' }: Readonly<Record<string, string>>): string {
  return t(`words.place.${kindOf(placeKind) ?? 'unit'}`, { name: kindOf(placeKind) ? bareName(placeName) : placeName });
}

const untilWords = (t: Words, locale: Locale, { lastDay = '' }: Readonly<Record<string, string>>) =>
  t('words.until', { day: isDay(lastDay) ? formatDay(locale, lastDay) : lastDay });

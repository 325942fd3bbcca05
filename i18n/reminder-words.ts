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
type Facts = Readonly<Record<string, string>>;

const about = { commune: 'words.communeText', records: 'words.recordsText' } as const;

/** The words of a reminder, of its facts as they were kept: what stands above a mail and in it. */
export function reminderWords(locale: Locale, facts: Facts) {
  const t = reminderTranslator(locale);
  const [from, place] = [fromWords(t, facts), placeWords(t, facts)];
  if (facts.about === 'report')
    return {
      subject: t('words.reportSubject', { period: periodWords(t, facts), place }),
      sentences: [t('words.reportFrom', { from }), facts.text || reportReminderText(locale, facts)],
    };
  const text = facts.about === 'commune' || facts.about === 'records' ? about[facts.about] : 'words.units';
  return {
    subject: t('words.subject', { place }),
    sentences: [t(text, { from, place, count: Number(facts.count) }), t('words.then'), untilWords(t, locale, facts)],
  };
}

/** What a reminder of a report says, where nobody wrote it anew: of no commune alone, so that one text serves all. */
export function reportReminderText(locale: Locale, facts: Facts): string {
  const t = reminderTranslator(locale);
  const { due = '', isLate = 'no' } = facts;
  const day = isDay(due) ? formatDay(locale, due) : due;
  return t('words.reportText', { period: periodWords(t, facts), due: day, late: isLate });
}

/** "tháng 10/2026", inside a sentence. */
function periodWords(t: Words, { periodKind = 'month', from = '' }: Facts): string {
  const [year = '', month = ''] = from.split('-');
  const number = Number(month);
  return t('words.period', {
    kind: periodKind,
    year,
    month,
    number: String(Math.ceil(number / 3)),
    half: number < 7 ? 'first' : 'second',
  });
}

/** The same for somebody who has no account: greeted, with what each place lacks. */
export function toldReminder(locale: Locale, facts: Facts, { name, list }: { name: string; list: string }): string {
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

function fromWords(t: Words, { fromKind, fromName = '' }: Facts): string {
  return t(`words.from.${kindOf(fromKind) ?? 'city'}`, { name: bareName(fromName) });
}

function placeWords(t: Words, { placeKind, placeName = '' }: Facts): string {
  return t(`words.place.${kindOf(placeKind) ?? 'unit'}`, { name: kindOf(placeKind) ? bareName(placeName) : placeName });
}

const untilWords = (t: Words, locale: Locale, { lastDay = '' }: Facts) =>
  t('words.until', { day: isDay(lastDay) ? formatDay(locale, lastDay) : lastDay });

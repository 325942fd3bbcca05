import { createTranslator } from 'use-intl/core';
import { dayOf } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import type { ToldSession, Worded } from '@/domain/messages/message';
import { givenName } from '@/domain/order';
import { bareName } from '@/domain/units/bare-name';
import { formatInstant, formatTimes, formatWeekdayInside } from './format';
import type { Locale } from './locales';
import en from './messages/en/messages.json';
import vi from './messages/vi/messages.json';

const messages = { vi, en };
export const messageTranslator = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });
type Words = ReturnType<typeof messageTranslator>;

/** `sentences` together are the whole message, fit to be sent to a phone; `subject` stands above it in an e-mail. */
export type MessageWords = { subject: string; sentences: string[]; when: string; where: string };

/** The words of a message in its language. Times are of Viet Nam, time and place the session's own of now. */
export function wordsOf({ about, locale, facts, session, toTeam }: Worded): MessageWords {
  const t = messageTranslator(locale);
  const { title } = session;
  const when = whenWords(t, locale, session);
  const where = whereWords(t, session);
  const values = {
    title,
    when,
    where,
    from: fromWords(t, session),
    was: wasWords(t, locale, facts, session),
    position: facts.position ?? '',
    until: facts.until ? formatInstant(locale, new Date(facts.until)) : '',
  };
  const [text, then] =
    toTeam && (about === 'session-cancelled' || about === 'session-moved')
      ? ([`words.${about}.teamText`, `words.${about}.teamThen`] as const)
      : ([`words.${about}.text`, `words.${about}.then`] as const);
  return {
    subject: t(`words.${about}.subject`, { title }),
    sentences: [
      t(text, values),
      ...(facts.more ? [t('words.more', { more: Number(facts.more) })] : []),
      ...(facts.reason ? [ended(t('words.reason', { reason: facts.reason.replace(/\s+/g, ' ') }))] : []),
      t(then, values),
    ],
    when,
    where,
  };
}

/** The whole message in one piece, as it goes to a phone, without a greeting. */
export const phoneText = (worded: Worded): string => wordsOf(worded).sentences.join(' ');

/** The same to one woman, greeted by her given name; where no name is known without a greeting. */
export function textTo(name: string, worded: Worded): string {
  const called = givenName(name);
  const hello = called && messageTranslator(worded.locale)('words.hello', { name: called });
  return [hello, phoneText(worded)].filter(Boolean).join(' ');
}

/** The same to a group that reads it together. */
export const textToAll = (worded: Worded): string =>
  `${messageTranslator(worded.locale)('words.helloAll')} ${phoneText(worded)}`;

const ended = (sentence: string) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);

/** "14:00 – 16:00, thứ Ba, 24/11/2026", or of a fair "thứ Ba, 24/11/2026, cả ngày". */
function whenWords(t: Words, locale: Locale, when: Pick<ToldSession, 'startsAt' | 'endsAt' | 'allDay'>): string {
  const { startsAt, endsAt, allDay } = when;
  const [day, last] = [dayOf(startsAt), lastDayOf(when)].map((each) => formatWeekdayInside(locale, each));
  if (!allDay) return t('words.when', { times: formatTimes(startsAt, endsAt), day: day ?? '' });
  return day === last ? t('words.allDay', { day: day ?? '' }) : t('words.allDays', { from: day ?? '', to: last ?? '' });
}

function whereWords(t: Words, { mode, hall, unit }: Pick<ToldSession, 'mode' | 'hall' | 'unit'>): string {
  if (mode === 'online') return t('words.online');
  return hall ? t('words.at', { place: hall }) : t('words.unit', { unit });
}

function fromWords(t: Words, { commune }: ToldSession): string {
  if (!commune) return t('words.from.none');
  const { kind, name } = commune;
  return t(`words.from.${kind === 'ward' || kind === 'special_zone' ? kind : 'commune'}`, { name: bareName(name) });
}

/** When and where it was before; what is not known of it is what it is now. */
function wasWords(t: Words, locale: Locale, facts: Worded['facts'], session: ToldSession): string {
  const { beforeStartsAt, beforeEndsAt, beforeAllDay, beforePlace = null, beforeMode } = facts;
  const startsAt = beforeStartsAt ? new Date(beforeStartsAt) : session.startsAt;
  const endsAt = beforeEndsAt ? new Date(beforeEndsAt) : session.endsAt;
  const mode = (beforeMode as ToldSession['mode'] | undefined) ?? session.mode;
  const where = whereWords(t, { mode, hall: beforePlace, unit: session.unit });
  const allDay = beforeAllDay ? beforeAllDay === 'true' : session.allDay;
  return t('words.was', { when: whenWords(t, locale, { startsAt, endsAt, allDay }), where });
}

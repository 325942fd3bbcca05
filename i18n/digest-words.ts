import { createTranslator } from 'use-intl/core';
import { isDay } from '@/domain/days/day';
import { bareName } from '@/domain/units/bare-name';
import { formatDay, formatNumber } from './format';
import type { Locale } from './locales';
import en from './messages/en/digest.json';
import vi from './messages/vi/digest.json';

const messages = { vi, en };
export const digestTranslator = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });
type Words = ReturnType<typeof digestTranslator>;
type Facts = Readonly<Record<string, string>>;

const levels = ['sub_association', 'group'] as const;

/** The three lines of a week, of its facts as they were kept: what moved, what is missing, what is due, each with its heading. */
export function digestWords(locale: Locale, facts: Facts): { subject: string; lines: [string, string][] } {
  const t = digestTranslator(locale);
  return {
    subject: t('mail.subject', { place: placeOf(t, facts) }),
    lines: [
      [t('moved'), movedLine(t, locale, facts)],
      [t('missing'), missingLine(t, facts)],
      [t('due'), dueLine(t, locale, facts)],
    ],
  };
}

const numberOf = (facts: Facts, name: string) => (facts[name] ? Number(facts[name]) : null);

function movedLine(t: Words, locale: Locale, facts: Facts): string {
  if (facts.isSilent === 'yes') return t('silent');
  const told = levels.flatMap((level) => {
    const units = numberOf(facts, `${level}_units`);
    const covered = numberOf(facts, `${level}_covered`) ?? 0;
    const before = numberOf(facts, `${level}_before`);
    if (units === null) return [];
    const change = before === null ? null : covered - before;
    const values = {
      level,
      isDone: covered > 0 ? 'yes' : 'no',
      covered: formatNumber(locale, covered),
      units: formatNumber(locale, units),
      trend: change === null ? 'none' : change > 0 ? 'up' : change < 0 ? 'down' : 'same',
      change: formatNumber(locale, Math.abs(change ?? 0)),
    };
    return [t(facts.scene === 'unit' && units === 1 ? 'level.one' : 'level.many', values)];
  });
  return told.length > 0 ? `${told.join('. ')}.` : t('nothingKnown');
}

function missingLine(t: Words, facts: Facts): string {
  const open = (level: string) => (numberOf(facts, `${level}_units`) ?? 0) - (numberOf(facts, `${level}_covered`) ?? 0);
  const [units, groups] = levels.map(open);
  const told = [
    ...(units || groups
      ? [
          t('gaps', {
            units: units ?? 0,
            groups: groups ?? 0,
            shown: units && groups ? 'both' : units ? 'units' : 'groups',
          }),
        ]
      : []),
    ...(facts.reports
      ? [
          t(facts.reportsOf === 'own' ? 'ownReports' : 'cityReports', {
            count: Number(facts.reports),
            period: periodOf(t, facts.reportKind, facts.reportFrom),
          }),
        ]
      : []),
  ];
  return told.length > 0 ? `${told.join('; ')}.` : t('nothingMissing');
}

function dueLine(t: Words, locale: Locale, facts: Facts): string {
  const { dueOf, dueDay = '' } = facts;
  if (!dueOf || !isDay(dueDay)) return t('nothingDue');
  const day = formatDay(locale, dueDay);
  if (dueOf === 'reminded') return t('dueReminded', { day });
  return t(facts.scene === 'province' ? 'dueReports' : 'dueReport', {
    day,
    period: periodOf(t, facts.dueKind, facts.dueFrom),
  });
}

function periodOf(t: Words, kind = 'month', from = ''): string {
  const [year = '', month = ''] = from.split('-');
  const number = Number(month);
  return t('period', {
    kind,
    year,
    month,
    number: String(Math.ceil(number / 3)),
    half: number < 7 ? 'first' : 'second',
  });
}

const kinds = ['commune', 'ward', 'special_zone'] as const;

function placeOf(t: Words, { placeKind, placeName = '' }: Facts): string {
  const kind = kinds.find((each) => each === placeKind);
  if (kind) return t(`place.${kind}`, { name: bareName(placeName) });
  return placeKind === 'province' || placeKind === 'city' ? t('place.city') : placeName;
}

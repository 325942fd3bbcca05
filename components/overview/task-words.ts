import type { useTranslations } from 'next-intl';
import { lastDayBefore } from '@/domain/days/ending';
import type { GapsOfPart } from '@/domain/overview/gaps';
import type { Task, Which } from '@/domain/overview/task';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { formatDay, formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type Said = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<'overview'>>;
  placeOf: (commune: { kind: string; name: string }) => string;
  jobOf: ReturnType<typeof useTranslations<'jobs'>>;
  periodOf: (period: Pick<ReportPeriod, 'kind' | 'from'>) => string;
};

/** So many units are named; of more it is said how many they are. */
const NAMED = 3;

/** Which ones wait, by when, and whose move it is: each a sentence. */
export function whichWords(said: Said, task: Task): string {
  const { t } = said;
  const oldest = task.since && t('ledger.since', { day: formatDay(said.locale, task.since) });
  const parts = [
    whichOf(said, task),
    task.silentToo && t('ledger.silentToo'),
    task.later && t('ledger.later', { count: formatNumber(said.locale, task.later) }),
    oldest,
    deadlineOf(said, task),
    task.whose && t(`ledger.whose.${task.whose}`),
  ];
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

function whichOf(said: Said, { which, count }: Task): string {
  const { t, locale } = said;
  if (!which) return '';
  if (which.of === 'commune') return t('ledger.most', { place: said.placeOf(which.most) });
  if (which.of === 'communes')
    return which.most.length > 0 ? t('ledger.most', { place: which.most.map(said.placeOf).join(', ') }) : '';
  if (which.of === 'units') return unitsWords(said, which.gaps, which.inOne);
  if (which.of === 'period') return periodWords(said, which, count);
  if (which.of === 'session') {
    const when = formatInstant(locale, which.startsAt);
    return t(count === 1 ? 'ledger.session' : 'ledger.firstSession', { title: which.title, when });
  }
  if (which.of === 'words') return listed(said, [returnedWords(said, which)], count);
  if (which.of === 'story') return listed(said, [storyWords(said, which)], count);
  if (which.names.length === 0) return '';
  if (which.of === 'jobs')
    return listed(
      said,
      which.names.map((name) => said.jobOf(`names.${name}`)),
      count,
    );
  if (which.of === 'names') return listed(said, which.names, count);
  if (which.of === 'visitors') return t('ledger.sent', { names: listed(said, which.names, which.names.length) });
  return t(which.of === 'places' ? 'ledger.longest' : 'ledger.asked', {
    names: which.names.map(withoutLevel).join(', '),
  });
}

/** "Tháng 10/2026"; with the communes of which it waits where they are not the place itself. */
const periodWords = (said: Said, which: Extract<Which, { of: 'period' }>, count: number) =>
  which.names
    ? said.t('ledger.ofPeriod', { period: said.periodOf(which), names: listed(said, which.names, count) })
    : said.periodOf(which);

/** A story of which a language has stopped; where readers still see the other one, which. */
const storyWords = ({ t }: Said, { title, stays }: Extract<Which, { of: 'story' }>) =>
  stays ? t('ledger.stays', { title, stays }) : title;

/** So much of a remark is read on the first page; all of it stands where the words are. */
const REMARK_MAX = 160;

function returnedWords({ t }: Said, { picture, writers, by, remark }: Extract<Which, { of: 'words' }>) {
  if (!remark) return t('ledger.words', { picture, writers, by });
  const line = remark.replace(/\s+/g, ' ');
  const said = line.length > REMARK_MAX ? `${line.slice(0, REMARK_MAX)}…` : line.replace(/\.$/, '');
  return t('ledger.wordsWhy', { picture, writers, by, remark: said });
}

/** "Khu phố 2, Khu phố 4 và 3 nơi nữa"; names that hold a comma themselves are told apart. */
function listed({ t, locale }: Said, names: readonly string[], count: number): string {
  const shown = names.slice(0, NAMED);
  const apart = shown.some((name) => name.includes(',')) ? '; ' : ', ';
  const more = count - shown.length;
  return more > 0
    ? t('ledger.more', { names: shown.join(apart), more: formatNumber(locale, more) })
    : shown.join(apart);
}

/** "Khu phố 7; 33 tổ, nhiều nhất ở Khu phố 5: 7"; few groups by name, with their sub-association where that is not the place itself. */
function unitsWords(said: Said, { subAssociations, groups, most, idle }: GapsOfPart, inOne: boolean): string {
  const { t, locale } = said;
  const names = groups.map(({ name, subAssociation }) => (inOne ? name : `${name} (${withoutLevel(subAssociation)})`));
  const ofGroups =
    most && most.count > 1 && groups.length > NAMED
      ? t('ledger.mostGroups', {
          groups: groups.length,
          place: withoutLevel(most.name),
          count: formatNumber(locale, most.count),
        })
      : listed(said, names, groups.length);
  const ofSubAssociations = listed(said, subAssociations.map(withoutLevel), subAssociations.length);
  return [ofSubAssociations, ofGroups, idle > 0 ? t('ledger.idle', { count: idle }) : ''].filter(Boolean).join('; ');
}

/** "Khu phố 5" of "Chi hội Khu phố 5": how it is called where everybody knows what it is. */
export const withoutLevel = (name: string) => name.replace(/^Chi hội /, '');

function deadlineOf({ t, locale }: Said, { name, deadline, isLate }: Task): string {
  if (!deadline) return '';
  const until = typeof deadline === 'string' ? formatDay(locale, deadline) : formatInstant(locale, deadline);
  if (name === 'reportsToSign') return t(isLate ? 'ledger.reportLate' : 'ledger.reportDue', { until });
  if (name === 'checksLate' && isLate) return t('ledger.checksOver');
  if (name === 'messagesToTell') return t('ledger.messagesBefore', { until });
  if (name === 'secondsAgreed') return t('ledger.doBefore', { until });
  // a day of which nobody can answer any more: people are told the last one before it
  if (typeof deadline === 'string') return t('ledger.answerBy', { until: formatDay(locale, lastDayBefore(deadline)) });
  return t('ledger.answerUntil', { until });
}

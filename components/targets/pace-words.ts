import type { useTranslations } from 'next-intl';
import type { Pace } from '@/domain/targets/pace';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { targetText } from './target-words';

type Words = ReturnType<typeof useTranslations<'targets'>>;

export type PaceWordsProps = {
  locale: Locale;
  pace: Pace;
  /** what is counted, as it stands inside a sentence: "chi hội" */
  what: string;
};

const LEAST = 0.1;

/** A number of things a week: what is more than nothing is not shown as nothing. */
const rateText = (t: Words, locale: Locale, rate: number) =>
  rate > 0 && rate < LEAST / 2 ? t('pace.less', { number: formatNumber(locale, LEAST) }) : formatNumber(locale, rate);

const shownTarget = (locale: Locale, { target, whole }: Pace) =>
  targetText(locale, target, whole === null ? 'count' : 'percent');

/** "Cần 4 chi hội mỗi tuần để đạt 100% vào 31/12/2026; 8 tuần qua đạt 2,5 chi hội mỗi tuần." Nothing where nothing is needed or known. */
export function paceSentence(t: Words, { locale, pace, what }: PaceWordsProps): string | null {
  if (pace.verdict.name === 'silent' || pace.verdict.name === 'reached') return null;
  const { needed, achieved, weeks } = pace;
  const [target, deadline] = [shownTarget(locale, pace), formatDay(locale, pace.deadline)];
  const first =
    needed === null
      ? t('pace.lastDay')
      : t('pace.needed', { needed: rateText(t, locale, needed), what, target, deadline });
  if (achieved === null) return `${first}.`;
  const rate = rateText(t, locale, Math.abs(achieved));
  const gained =
    achieved === 0
      ? t('pace.still', { weeks, what })
      : t(achieved > 0 ? 'pace.gained' : 'pace.lost', { weeks, achieved: rate, what });
  return `${first}; ${gained}.`;
}

/** "Với nhịp này: 14/03/2027, sau hạn 10 tuần." */
export function verdictSentence(t: Words, { locale, pace, what }: PaceWordsProps): string {
  const { verdict, weeks } = pace;
  const target = shownTarget(locale, pace);
  if (verdict.name === 'reached')
    return verdict.on
      ? t('pace.verdict.reachedOn', { target, what, on: formatDay(locale, verdict.on) })
      : t('pace.verdict.reached', { target, what });
  if (verdict.name === 'in-time' || verdict.name === 'late')
    return t(`pace.verdict.${verdict.name}`, { on: formatDay(locale, verdict.on), weeks: verdict.weeks });
  return t(`pace.verdict.${verdict.name}`, { weeks });
}

/** One sentence for everybody; nothing of what is silent. */
export function publicSentence(t: Words, { locale, pace, what }: PaceWordsProps): string | null {
  const { verdict, weeks, day } = pace;
  if (verdict.name === 'silent') return null;
  const said = { year: day.slice(0, 4), target: shownTarget(locale, pace), what, weeks };
  if (verdict.name === 'in-time' || verdict.name === 'late')
    return t(`pace.public.${verdict.name}`, { ...said, on: formatDay(locale, verdict.on) });
  return t(`pace.public.${verdict.name}`, said);
}

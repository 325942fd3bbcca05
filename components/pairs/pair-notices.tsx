import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { daysBetween, today } from '@/domain/days/day';
import { type Goal, isReached } from '@/domain/pairs/goals/goal';
import { type PairRow, tieAhead } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Notices about a pair, each with the action that settles it; of what is to come with the day from which it counts. */
export function PairNotices({ pair, goals }: { pair: PairRow; goals: readonly Goal[] }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  if (pair.state === 'ended') return null;
  const { quietSince, instructorLeft } = pair;
  const tie = pair.state === 'live' && tieAhead(pair, today());
  return (
    <>
      {pair.state === 'announced' && (
        <Notice tone="information" title={t('countsFrom', { day: formatDay(locale, pair.from) })} />
      )}
      {tie && <Notice tone="information" title={t('tieCountsFrom', { day: formatDay(locale, tie) })} />}
      {instructorLeft && <Notice tone="problem" title={t('left')} />}
      {quietSince && (
        <Notice
          tone="information"
          title={t('quiet', { days: daysBetween(quietSince, today()), day: formatDay(locale, quietSince) })}
          action={pair.may.guide && <a href="#contact">{t('quietDo')}</a>}
        />
      )}
      {isReached(goals) && (
        <Notice tone="information" title={t('reached')} action={pair.may.end && <a href="#end">{t('reachedDo')}</a>} />
      )}
    </>
  );
}

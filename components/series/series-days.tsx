import { useLocale, useTranslations } from 'next-intl';
import { timesWords, whenWords } from '@/components/trainings/time-words';
import { Badge } from '@/components/ui/badge';
import { dayOf } from '@/domain/days/day';
import type { Clash } from '@/domain/trainings/booking/clash';
import type { Holiday } from '@/domain/trainings/booking/holiday';
import type { Before } from '@/domain/trainings/move';
import { formatDay, formatMonth, formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { LeaveOut } from './leave-out';

/** One line of a preview. `was`: where it stands now, when it is about to be moved. */
export type SeriesLine = Before & {
  /** what is left out */
  value: string;
  was?: Before;
  holiday: Holiday | null;
  clashes: Clash[];
  overlapsOwn: boolean;
};

/** Every day of a series and what stands in its way; clashing ones are left out unless she says otherwise. */
export function SeriesDays({ lines, gaps }: { lines: SeriesLine[]; gaps: string[] }) {
  const t = useTranslations('series.preview');
  const locale = useLocale() as Locale;
  return (
    <>
      {gaps.length > 0 && (
        <p className="mb-3 text-ink-2">
          {t('gaps', {
            months: gaps
              .map((month) => formatMonth(locale, `${month}-01` as `${number}-${number}-${number}`))
              .join(', '),
          })}
        </p>
      )}
      <ol className="mb-6 border-rule border-b">
        {lines.map((line) => (
          <Line key={line.value} line={line} />
        ))}
      </ol>
    </>
  );
}

function Line({ line }: { line: SeriesLine }) {
  const t = useTranslations('series.preview');
  const words = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const { value, startsAt, was, holiday, clashes, overlapsOwn } = line;
  const day = formatWeekday(locale, dayOf(startsAt));
  const stands = clashes.length > 0 || overlapsOwn;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-rule border-t py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-semibold">{day}</b>
          <span>{timesWords(words, locale, line)}</span>
          {holiday ? (
            <Badge tone="plain">{t('skipped', { holiday: holiday[locale] })}</Badge>
          ) : (
            <Badge tone={stands ? 'problem' : 'done'}>{t(stands ? 'taken' : 'free')}</Badge>
          )}
        </p>
        {was && <p className="text-ink-2 text-sm">{words('decisions.was', { when: whenWords(words, locale, was) })}</p>}
        {overlapsOwn && <p className="text-sm">{t('overlapsOwn')}</p>}
        <ul>
          {clashes.map((clash) => (
            <li
              key={`${clash.problem} ${clash.detail.day} ${clash.detail.time} ${clash.detail.place}`}
              className="text-sm"
            >
              {t(clash.problem, { ...clash.detail, day: dayWords(locale, clash.detail.day) })}
            </li>
          ))}
        </ul>
      </div>
      {!holiday && (
        <LeaveOut value={value} label={t(was ? 'leaveAsIs' : 'leaveOut')} of={day} defaultChecked={stands} />
      )}
    </li>
  );
}

const dayWords = (locale: Locale, day = '') => formatDay(locale, day as `${number}-${number}-${number}`);

import { useTranslations } from 'next-intl';
import { capital } from '@/components/trainings/place-words';
import { ButtonLink } from '@/components/ui/button';
import type { LinkElement } from '@/components/ui/link-element';
import { spanOf, stepFrom } from '@/domain/calendar/calendar';
import { addDays, type Day } from '@/domain/days/day';
import { formatDay, formatMonth, formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A view that shows the days of its time. */
export type TimeView = 'day' | 'week' | 'month';

type HeadProps = {
  locale: Locale;
  view: TimeView;
  day: Day;
  today: Day;
  /** what stands beside the time: how many, and of what */
  found: string;
  /** the address of the same view at another day; null where the calendar ends */
  hrefAt: (day: Day) => string | null;
  as?: LinkElement;
};

/** Which day, week or month this is, and the ways back, on and to today. */
export function ViewHead({ locale, view, day, today, found, hrefAt, as = 'a' }: HeadProps) {
  const t = useTranslations('calendar');
  const previous = hrefAt(stepFrom(view, day, -1));
  const next = hrefAt(stepFrom(view, day, 1));
  const { from, to } = spanOf(view, day);
  const isNow = today >= from && today < to;
  const now = isNow ? null : hrefAt(today);
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div>
        <h2>{headingOf(t, locale, view, day)}</h2>
        <p className="text-ink-2">{found}</p>
      </div>
      <nav aria-label={t('step.label')} className="no-print flex flex-wrap gap-2.5">
        {previous && (
          <ButtonLink as={as} href={previous} rel="prev" icon="arrow-left" compact>
            {t(`step.previous.${view}`)}
          </ButtonLink>
        )}{' '}
        {now && (
          <ButtonLink as={as} href={now} compact>
            {t('step.today')}
          </ButtonLink>
        )}
        {isNow && view === 'month' && (
          <ButtonLink href="#today" className="xl:hidden" compact>
            {t('step.today')}
          </ButtonLink>
        )}{' '}
        {next && (
          <ButtonLink as={as} href={next} rel="next" icon="arrow" compact>
            {t(`step.next.${view}`)}
          </ButtonLink>
        )}
      </nav>
    </div>
  );
}

function headingOf(
  t: ReturnType<typeof useTranslations<'calendar'>>,
  locale: Locale,
  view: TimeView,
  day: Day,
): string {
  if (view === 'month') return capital(formatMonth(locale, day));
  if (view === 'day') return formatWeekday(locale, day);
  const { from, to } = spanOf('week', day);
  return t('of.week', { from: formatDay(locale, from), to: formatDay(locale, addDays(to, -1)) });
}

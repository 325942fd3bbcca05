import { useLocale, useTranslations } from 'next-intl';
import { timesWords } from '@/components/trainings/time-words';
import { ButtonLink } from '@/components/ui/button';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { Link } from '@/components/ui/link';
import type { TodaySession, TodayStep } from '@/domain/attendance/today';
import { dayOf } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const icons = { 'take-along': 'phone', 'under-way': 'check', mark: 'check', report: 'report' } as const;

/** Classes of today and those that still want something, each with the one step that comes next. */
export function TodayList({ sessions }: { sessions: TodaySession[] }) {
  const t = useTranslations('attendance.today');
  const words = useTranslations('trainings');
  const locale = useLocale() as Locale;
  return (
    <ol className="border-rule border-b">
      {sessions.map(({ id, title, place, seated, marked, step, ...times }) => (
        <li
          key={id}
          className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-rule border-t py-4 md:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <DateLeaf day={dayOf(times.startsAt)} />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <Link href={`/admin/trainings/${id}`} className="inline-flex min-h-11 items-center font-semibold">
              {title}
            </Link>
            <p className="text-ink-2 text-sm">
              {timesWords(words, locale, times)}, {keepTogether(place)}
              <br />
              {t(`states.${step}`, { seated, marked: formatNumber(locale, marked) })}
            </p>
          </div>
          <div className="max-md:col-span-2 [&>.button]:w-full">
            <Step id={id} step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Step({ id, step }: { id: string; step: TodayStep }) {
  const t = useTranslations('attendance.today');
  const icon = icons[step];
  // the app in the hall is a page of its own, not a part of this one
  if (step === 'take-along' || step === 'under-way')
    return (
      <ButtonLink href="/admin/attendance" variant="primary" compact icon={icon}>
        {t(`steps.${step}`)}
      </ButtonLink>
    );
  const path = step === 'mark' ? 'attendance' : 'outcomes/report';
  return (
    <ButtonLink as={Link} href={`/admin/trainings/${id}/${path}`} variant="primary" compact icon={icon}>
      {t(`steps.${step}`)}
    </ButtonLink>
  );
}

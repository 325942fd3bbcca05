import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { periodFacts } from '@/domain/reminders/reports/report-facts';
import type { ReportAsked } from '@/domain/reminders/reports/report-reminder';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { reportReminderText } from '@/i18n/reminder-words';

/** Reports that somebody asked her to sign, each with the way to it; gone when it is signed. */
export function ReportsAsked({ asked }: { asked: readonly ReportAsked[] }) {
  const t = useTranslations('reminders.report.asked');
  const locale = useLocale() as Locale;
  if (asked.length === 0) return null;
  return (
    <section className="rounded-tile border-2 border-lotus bg-card px-4 py-4 md:px-6">
      <h2 className="mb-2">{t('title')}</h2>
      {asked.map(({ unitId, periodId, periodKind, from, due, text, by, askedOn }) => (
        <div key={periodId} className="mb-2">
          <p className="text-ink-2">{t('by', { by, day: formatDay(locale, askedOn) })}</p>
          <p className="whitespace-pre-line">
            {text ?? reportReminderText(locale, periodFacts({ kind: periodKind, from, due }))}
          </p>
          <p className="mt-2">
            <ButtonLink as={Link} href={`/admin/reports/${unitId}/${periodId}`} compact variant="primary">
              {t('open')}
            </ButtonLink>
          </p>
        </div>
      ))}
    </section>
  );
}

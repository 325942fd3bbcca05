import { useLocale, useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Link } from '@/components/ui/link';
import type { LastReminder } from '@/domain/reminders/reminder';
import type { MissingReport } from '@/domain/reminders/reports/report-reminder';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type RemindedProps = {
  resting: readonly MissingReport[];
  last: ReadonlyMap<string, LastReminder>;
  nobody: readonly MissingReport[];
  /** where an official is invited, for who may */
  invite: string | null;
};

/** Who is left out: reminded a short while ago, or with nobody who signs. */
export function RemindedReports({ resting, last, nobody, invite }: RemindedProps) {
  const t = useTranslations('reminders');
  const coverage = useTranslations('coverage');
  const locale = useLocale() as Locale;
  return (
    <>
      {resting.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2">{t('report.resting', { count: resting.length })}</h2>
          <ul>
            {resting.map((place) => {
              const before = last.get(place.unitId);
              return (
                <li key={place.unitId} className="border-rule border-t py-2">
                  <b>{placeName(coverage, place)}</b>{' '}
                  {before &&
                    t('resting.line', {
                      by: before.by,
                      day: formatDay(locale, before.askedOn),
                      again: formatDay(locale, before.again),
                    })}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {nobody.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2">{t('report.nobody', { count: nobody.length })}</h2>
          <p className="mb-2">
            {t('report.nobodyWhy')} {invite && <Link href={invite}>{t('report.invite')}</Link>}
          </p>
          <p>{nobody.map((place) => placeName(coverage, place)).join(', ')}</p>
        </section>
      )}
    </>
  );
}

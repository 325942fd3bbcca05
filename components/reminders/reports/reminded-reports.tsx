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
  /** where an official of a place is invited, for who may */
  inviteAt: ((unitId: string) => string) | null;
};

/** Who is left out: reminded a short while ago, or with nobody who signs. */
export function RemindedReports({ resting, last, nobody, inviteAt }: RemindedProps) {
  const t = useTranslations('reminders');
  const coverage = useTranslations('coverage');
  const locale = useLocale() as Locale;
  return (
    <>
      {resting.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2">{t('report.resting', { count: resting.length })}</h2>
          <ul>
            {togetherOf(resting, last).map(([before, places]) => (
              <li key={`${before.by} ${before.askedOn}`} className="max-w-[44em] border-rule border-t py-2">
                <b>{places.map((place) => placeName(coverage, place)).join(', ')}</b>
                <p className="text-ink-2">
                  {t('resting.line', {
                    by: before.by,
                    day: formatDay(locale, before.askedOn),
                    again: formatDay(locale, before.again),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {nobody.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2">{t('report.nobody', { count: nobody.length })}</h2>
          <p className="mb-2">{t('report.nobodyWhy')}</p>
          <ul className="flex flex-wrap gap-x-5">
            {nobody.map(({ unitId, ...place }) => {
              const name = placeName(coverage, place);
              return (
                <li key={unitId}>
                  {inviteAt ? (
                    <Link href={inviteAt(unitId)} className="inline-flex min-h-11 items-center">
                      {t('report.inviteAt', { place: name })}
                    </Link>
                  ) : (
                    name
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

type Together = [LastReminder, MissingReport[]];

/** Who was reminded by the same on the same day is named together. */
function togetherOf(resting: readonly MissingReport[], last: RemindedProps['last']): Together[] {
  const each = new Map<string, Together>();
  for (const place of resting) {
    const before = last.get(place.unitId);
    if (!before) continue;
    const asked = `${before.by} ${before.askedOn}`;
    const [, places = []] = each.get(asked) ?? [];
    each.set(asked, [before, [...places, place]]);
  }
  return [...each.values()];
}

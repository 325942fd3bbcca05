import { useLocale, useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/panels/fold';
import type { SessionReport } from '@/domain/outcomes/reports/report';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The report that stands, and behind a fold those it corrected. */
export function ReportList({ reports, presentNow }: { reports: readonly SessionReport[]; presentNow: number }) {
  const t = useTranslations('outcomes.report');
  const [last, ...earlier] = reports;
  if (!last) return null;
  return (
    <>
      <Report report={last} />
      {presentNow !== last.peoplePresent && <p className="mt-2 text-ink-2">{t('presentNow', { count: presentNow })}</p>}
      {earlier.length > 0 && (
        <Fold summary={t('earlier')}>
          {earlier.map((report) => (
            <div key={report.id} className="border-rule/60 border-b py-4">
              <Report report={report} />
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}

function Report({ report }: { report: SessionReport }) {
  const t = useTranslations('outcomes.report');
  const locale = useLocale() as Locale;
  const { number, wentWell, toImprove, materials, writtenAt, writtenBy, peoplePresent } = report;
  const entries = [
    [t('present'), t('people', { count: peoplePresent })],
    [t('wentWell'), wentWell],
    [t('toImprove'), toImprove],
    [t('materials'), materials],
  ] as const;
  return (
    <>
      <p className="mb-2 text-ink-2 text-sm">
        {t('number', { number })} · {t('written', { name: writtenBy, at: formatInstant(locale, writtenAt) })}
      </p>
      <dl className="grid gap-4">
        {entries.map(
          ([term, words]) =>
            words && (
              <div key={term}>
                <dt className="font-semibold">{term}</dt>
                <dd className="whitespace-pre-line">{words}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

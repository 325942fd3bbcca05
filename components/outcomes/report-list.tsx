import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { Fold } from '@/components/ui/fold';
import type { SessionReport } from '@/domain/outcomes/report';
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
  const lines = (text: string) => <span className="whitespace-pre-line">{text}</span>;
  return (
    <>
      <p className="mb-2 text-ink-2 text-sm">
        {t('number', { number })} · {t('written', { name: writtenBy, at: formatInstant(locale, writtenAt) })}
      </p>
      <DefinitionList
        entries={[
          { term: t('present'), value: t('people', { count: peoplePresent }) },
          { term: t('wentWell'), value: lines(wentWell) },
          ...(toImprove ? [{ term: t('toImprove'), value: lines(toImprove) }] : []),
          ...(materials ? [{ term: t('materials'), value: lines(materials) }] : []),
        ]}
      />
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Difference } from '@/domain/coverage/comparison/comparison';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type DifferencesProps = { differences: Difference[]; see: FormAction };

/** What the nightly comparisons of coverage found, until somebody says that she has seen it. */
export function Differences({ differences, see }: DifferencesProps) {
  const t = useTranslations('jobs.differences');
  const locale = useLocale() as Locale;
  if (differences.length === 0) return null;
  const number = (value: number) => formatNumber(locale, value);
  const columns: Column<Difference>[] = [
    { label: t('commune'), kind: 'title', cell: ({ communeName }) => communeName },
    { label: t('when'), cell: ({ foundAt }) => formatInstant(locale, foundAt) },
    {
      label: t('units'),
      cell: ({ units, unmended }) => (
        <>
          {number(units)}
          {unmended > 0 && <small className="block text-sm">{t('unmended', { count: unmended })}</small>}
        </>
      ),
    },
    { label: t('counts'), cell: ({ counts }) => number(counts) },
  ];
  return (
    <section id="differences" className="mt-10">
      <h2>{t('title')}</h2>
      <p className="mb-4 max-w-3xl text-ink-2">{t('lead')}</p>
      <Table caption={t('title')} columns={columns} rows={differences} keyOf={({ id }) => id} />
      <Form action={see} concept="jobs" className="mt-4">
        <SubmitButton>{t('seen')}</SubmitButton>
      </Form>
    </section>
  );
}

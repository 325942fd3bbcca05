import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { type ImportBatch, type ImportCounts, UNDO_HOURS } from '@/domain/imports/import';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { BadRowsLink } from './decision-panel';

type ResultPanelProps = {
  undo: FormAction;
  batch: ImportBatch;
  counts: ImportCounts;
  /** how many came into a month that is closed */
  late: number;
};

/** The outcome of an import, and the way back while there is one. */
export function ResultPanel({ undo, batch, counts, late }: ResultPanelProps) {
  const t = useTranslations('imports');
  const locale = useLocale() as Locale;
  const number = (count: number) => formatNumber(locale, count);
  if (batch.state === 'discarded') return <p>{t('applied.discarded')}</p>;
  const taken = batch.state === 'undone';
  return (
    <Panel title={t('applied.title')}>
      <p>{taken ? t('applied.undone') : t('applied.done', { count: number(counts.done) })}</p>
      {late > 0 && <p className="mt-2">{t('applied.intoClosed', { count: number(late) })}</p>}
      {counts.leftAlone > 0 && (
        <p className="mt-2">{t(taken ? 'applied.kept' : 'applied.leftAlone', { count: number(counts.leftAlone) })}</p>
      )}
      {!taken && counts.done > 0 && (
        <p className="mt-2">
          {t('applied.consents')}{' '}
          <Link href={`/admin/people?unit=${batch.unit.id}`}>{t('applied.people', { unit: batch.unit.name })}</Link>
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {counts.verdicts.error > 0 && !batch.purged && <BadRowsLink batchId={batch.id} />}
        {batch.may.undo && (
          <Form action={undo} concept="imports">
            <HiddenField name="batchId" value={batch.id} />
            <SubmitButton variant="danger">{t('applied.undo')}</SubmitButton>
          </Form>
        )}
      </div>
      {!taken && batch.appliedAt && (
        <p className="mt-3 text-ink-2 text-sm">
          {batch.may.undo
            ? t('applied.undoHint', { until: formatInstant(locale, endOfUndo(batch.appliedAt)) })
            : t('applied.late')}
        </p>
      )}
    </Panel>
  );
}

const endOfUndo = (appliedAt: Date) => new Date(appliedAt.getTime() + UNDO_HOURS * 60 * 60 * 1000);

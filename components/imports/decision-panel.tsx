import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Icon } from '@/components/ui/icon';
import { Panel } from '@/components/ui/panels/panel';
import type { ImportBatch, ImportCounts } from '@/domain/imports/import';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type DecisionPanelProps = { confirm: FormAction; discard: FormAction; batch: ImportBatch; counts: ImportCounts };

/** The rows that would be written, and the one button that writes them. */
export function DecisionPanel({ confirm, discard, batch, counts }: DecisionPanelProps) {
  const t = useTranslations('imports.confirm');
  const locale = useLocale() as Locale;
  const { create, update, error, same } = counts.verdicts;
  const number = (count: number) => formatNumber(locale, count);
  return (
    <Panel grid title={t('title')}>
      {create + update > 0 ? (
        <ul className="mb-3 list-disc pl-5">
          {create > 0 && <li>{t('create', { count: number(create) })}</li>}
          {update > 0 && <li>{t('update', { count: number(update) })}</li>}
        </ul>
      ) : (
        <p className="mb-3">{t(same > 0 ? 'nothing' : 'noneRead')}</p>
      )}
      {error > 0 && <p className="mb-3">{t('errors', { count: number(error) })}</p>}
      <div className="flex flex-wrap items-start gap-3">
        {create + update > 0 && (
          <Form action={confirm} concept="imports">
            <HiddenField name="batchId" value={batch.id} />
            <HiddenField name="version" value={batch.version} />
            <SubmitButton>{t('send', { count: number(create + update) })}</SubmitButton>
          </Form>
        )}
        {error > 0 && <BadRowsLink batchId={batch.id} />}
        <Form action={discard} concept="imports">
          <HiddenField name="batchId" value={batch.id} />
          <SubmitButton variant="text">{t('discard')}</SubmitButton>
        </Form>
      </div>
      {create + update > 0 && <p className="mt-3 text-ink-2 text-sm">{t('later')}</p>}
    </Panel>
  );
}

/** The rows with errors as a file, to be corrected and uploaded again. */
export function BadRowsLink({ batchId }: { batchId: string }) {
  const t = useTranslations('imports.confirm');
  return (
    <a href={`/admin/imports/${batchId}/bad-rows`} className={buttonClass({})} download>
      <Icon name="download" />
      {t('bad')}
    </a>
  );
}

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';
import { columnFields, type SheetColumns } from '@/domain/imports/import';
import { hasName, unknownColumns } from '@/domain/imports/sheets/columns';

type ColumnsPanelProps = { action: FormAction; columns: SheetColumns; batchId: string; version: number };

/** How each column was read, what was left out, and the means to say it better. */
export function ColumnsPanel({ action, columns, batchId, version }: ColumnsPanelProps) {
  const t = useTranslations('imports');
  const unknown = unknownColumns(columns);
  const named = hasName(columns);
  const options = columnFields.map((field) => ({ value: field, label: t(`field.${field}`) }));
  return (
    <section id="columns" className="mt-10">
      <h2 className="mb-3">{t('columns.title')}</h2>
      {!named && <Notice tone="problem" title={t('columns.noName')} />}
      {columns.identity.length > 0 && (
        <Notice tone="information" title={t('columns.identity', { columns: columns.identity.join(', ') })} />
      )}
      {unknown.length > 0 && (
        <Notice tone="information" title={t('columns.unknown', { columns: unknown.join(', ') })} />
      )}
      <p className="mb-4 max-w-[44em] text-ink-2">{t('columns.lead')}</p>
      <Form action={action} concept="imports">
        <HiddenField name="batchId" value={batchId} />
        <HiddenField name="version" value={version} />
        <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
          {columns.headings.map((heading, at) => {
            const name = `column${at}`;
            if (columns.identity.includes(heading) || columns.ordinals.includes(at)) return null;
            return (
              <SelectField
                key={name}
                name={name}
                label={t('columns.column', { number: at + 1, heading: heading || '–' })}
                options={options}
                empty={t('columns.skip')}
                defaultValue={columns.fields[at] ?? ''}
              />
            );
          })}
        </div>
        <SubmitButton variant="secondary">{t('columns.send')}</SubmitButton>
      </Form>
    </section>
  );
}

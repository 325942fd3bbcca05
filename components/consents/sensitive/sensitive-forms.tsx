import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import {
  disabilityKinds,
  priorityGroups,
  type SensitiveName,
  type SensitiveRow,
} from '@/domain/consents/sensitive/sensitive';

export type SensitiveActions = { read: FormAction; drop: FormAction; write: Record<SensitiveName, FormAction> };

type FieldProps = { personId: string; row: SensitiveRow; actions: SensitiveActions };

/** Writes one field; what stood there before is not shown and is replaced. */
export function WriteForm({ personId, row, actions }: FieldProps) {
  const t = useTranslations('consents.sensitive');
  const summary = t(row.held ? 'rewrite' : 'write', { field: t(`fields.${row.field}`).toLowerCase() });
  const above = row.held && <p className="mb-3 text-ink-2">{t('rewriteHint')}</p>;
  return (
    <Form action={actions.write[row.field]} concept="consents" fold={{ summary, above }}>
      <Which personId={personId} version={row.version} />
      <ValueField field={row.field} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}

/** Deletes one field; in a fold of its own, which a refusal opens. */
export function DropForm({ personId, row, actions }: FieldProps) {
  const t = useTranslations('consents.sensitive');
  const field = t(`fields.${row.field}`).toLowerCase();
  const above = <p className="mb-3 text-ink-2">{t('dropHint')}</p>;
  return (
    <Form action={actions.drop} concept="consents" fold={{ summary: t('dropWritten', { field }), above }}>
      <Which personId={personId} version={row.version} />
      <HiddenField name="field" value={row.field} />
      <SubmitButton variant="danger" compact>
        {t('drop', { field })}
      </SubmitButton>
    </Form>
  );
}

const Which = ({ personId, version }: { personId: string; version: number }) => (
  <>
    <HiddenField name="personId" value={personId} />
    <HiddenField name="version" value={version} />
  </>
);

function ValueField({ field }: { field: SensitiveName }) {
  const t = useTranslations('consents.sensitive');
  const label = t(`fields.${field}`);
  if (field === 'priority_groups')
    return (
      <CheckboxGroup
        name="values[]"
        label={label}
        options={priorityGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
      />
    );
  if (field === 'disability')
    return (
      <CheckboxGroup
        name="values[]"
        label={label}
        options={disabilityKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
    );
  return <TextField name="value" label={label} maxLength={60} autoComplete="off" />;
}

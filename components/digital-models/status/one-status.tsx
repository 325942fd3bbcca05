import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import type { ModelStatus } from '@/domain/digital-models/status';

/** What of a record the forms of its status read. */
export type StatusModel = Pick<
  ModelRecord,
  'id' | 'version' | 'status' | 'since' | 'foundedOn' | 'announced' | 'statusChoices'
>;

export type StatusFormProps = { action: FormAction; model: StatusModel; choices: ModelStatus[] };

type OneProps = StatusFormProps & {
  label?: string;
  chosen?: ModelStatus | null | undefined;
  /** a choice that does more than its name says, or less */
  words?: { [status in ModelStatus]?: string };
  send: string;
  fold?: FoldLook;
  children?: ReactNode;
};

/** A form that gives a model one status, with whatever says from when. */
export function OneStatus({ action, model, choices, label, chosen, words = {}, send, fold, children }: OneProps) {
  const t = useTranslations('digital-models');
  return (
    <Form action={action} concept="digital-models" {...(fold && { fold })}>
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="version" value={model.version} />
      <RadioGroup
        name="status"
        label={label ?? t('change.status')}
        defaultValue={chosen ?? ''}
        options={choices.map((value) => ({ value, label: words[value] ?? t(`status.${value}`) }))}
      />
      {children}
      <TextArea
        name="reason"
        label={t('change.reason')}
        hint={t('change.reasonHint')}
        rows={2}
        maxLength={500}
        optional
      />
      <SubmitButton>{send}</SubmitButton>
    </Form>
  );
}

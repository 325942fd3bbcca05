import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { Edition } from '@/domain/digital-models/criteria/criteria';
import type { ModelKind } from '@/domain/digital-models/digital-model';

/** Plans a new checklist of a kind from a day ahead. */
export function PlanForm({ action, kind, first }: { action: FormAction; kind: ModelKind; first: Day }) {
  const t = useTranslations('digital-models.checklists');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="kind" value={kind} />
      <DateField name="from" label={t('from')} hint={t('fromHint')} min={first} defaultValue={first} />
      <SubmitButton>{t('plan')}</SubmitButton>
    </Form>
  );
}

type EditionFormsProps = { move: FormAction; drop: FormAction; edition: Edition; first: Day };

/** Moves the first day of a planned checklist, or drops it. */
export function EditionForms({ move, drop, edition, first }: EditionFormsProps) {
  const t = useTranslations('digital-models.checklists');
  const address = `/admin/criteria/${edition.kind}`;
  const which = (
    <>
      <HiddenField name="listId" value={edition.id} />
      <HiddenField name="version" value={edition.version} />
    </>
  );
  return (
    <div className="grid gap-5">
      <Form key={`move ${edition.version}`} action={move} concept="digital-models" address={address}>
        {which}
        <DateField name="from" label={t('from')} min={first} defaultValue={edition.from} />
        <SubmitButton variant="secondary">{t('move')}</SubmitButton>
      </Form>
      <Form key={`drop ${edition.version}`} action={drop} concept="digital-models" address={address}>
        {which}
        <SubmitButton variant="danger">{t('drop')}</SubmitButton>
      </Form>
    </div>
  );
}

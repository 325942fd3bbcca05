import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { FactFields } from '@/domain/digital-models/facts';
import type { HouseholdCandidate } from '@/domain/digital-models/households/household';
import { HouseholdsField } from './households/households-field';
import { ModelFields } from './model-fields';

/** The form itself, for the choice of a place above it, which takes along what was typed. */
export const FOUND_FORM = 'found-form';

/** What was typed before another place was chosen, else what one begins with. */
type TypedFacts = {
  facts: FactFields;
  status?: string | undefined;
  activeFrom?: string | undefined;
  reason?: string | undefined;
};

type FoundFormProps = {
  action: FormAction;
  kind: ModelKind;
  unitId: string;
  /** what the place is called, where nothing above the form says it */
  place?: string | undefined;
  today: Day;
  typed: TypedFacts;
  /** of a club: whose practice it begins with */
  practice?: { id: string; name: string } | null;
  /** of a family whose place is known: the women there who may come with their households */
  households?: { candidates: readonly HouseholdCandidate[]; more: boolean; hostName: string } | null;
};

/** The facts and days of a model: the last step of founding. */
export function FoundForm({ action, kind, unitId, place, today, typed, practice, households }: FoundFormProps) {
  const t = useTranslations('digital-models.found');
  return (
    <Form id={FOUND_FORM} action={action} concept="digital-models">
      <HiddenField name="kind" value={kind} />
      <HiddenField name="unitId" value={unitId} />
      {place && (
        <p className="mb-5">
          {t('place')}: <b>{place}</b>
        </p>
      )}
      {practice && <HiddenField name="practiceId" value={practice.id} />}
      {practice && <p className="mb-4 text-ink-2">{t('withPractice', { name: practice.name })}</p>}
      <ModelFields facts={typed.facts} latest={today} foundedHint={t('foundedOnHint')} />
      <StatusFields typed={typed} />
      {households && households.candidates.length > 0 && <HouseholdsField {...households} />}
      {households?.candidates.length === 0 && <p className="mb-4 text-ink-2">{t('householdsNobody')}</p>}
      {kind === 'digital_sub_association' && (
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          defaultValue={typed.reason ?? ''}
          rows={2}
          maxLength={500}
          optional
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models?kind=${kind}`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** Whether the model is planned or works already, and since when. */
function StatusFields({ typed }: Pick<FoundFormProps, 'typed'>) {
  const t = useTranslations('digital-models.found');
  const status = useTranslations('digital-models.status');
  return (
    <>
      <RadioGroup
        name="status"
        label={t('status')}
        defaultValue={typed.status === 'active' ? 'active' : 'planned'}
        options={(['planned', 'active'] as const).map((value) => ({
          value,
          label: status(value),
          hint: t(`statusHint.${value}`),
        }))}
      />
      <DateField
        name="activeFrom"
        label={t('activeFrom')}
        hint={t('activeFromHint')}
        defaultValue={typed.activeFrom ?? ''}
        optional
      />
    </>
  );
}

import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import { membershipKinds } from '@/domain/people/person';
import { LikelySame } from './duplicates/likely-same';
import { PersonFields } from './person-fields';

type NewPersonFormProps = { action: FormAction; unitId: string; today: Day; back: string };

/** A new member of a unit. Who may be on record already is shown before she is saved. */
export function NewPersonForm({ action, unitId, today, back }: NewPersonFormProps) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people">
      <Words of={['people.likely', 'people.reason']}>
        <LikelySame of="new" />
      </Words>
      <HiddenField name="unitId" value={unitId} />
      <PersonFields />
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t('new.kind')}
          options={membershipKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue="member"
        />
        <DateField name="from" label={t('new.from')} defaultValue={today} max={today} />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('new.send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('new.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

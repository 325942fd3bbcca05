import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DateField, Form, HiddenField, SelectField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import type { Option } from '@/components/ui/plain-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { Member } from '@/domain/people/person';

type PairUpFormProps = {
  action: FormAction;
  unitId: string;
  members: readonly Member[];
  /** Digital Families of the unit that a pair can be tied to */
  families: readonly { id: string; name: string }[];
  familyId: string | undefined;
  today: Day;
  /** where she goes when she leaves it */
  back: string;
};

/** One who knows, one who learns, and the family they help to count. */
export function PairUpForm({ action, unitId, members, families, familyId = '', today, back }: PairUpFormProps) {
  const t = useTranslations('pairs.new');
  const women: Option[] = members.map(({ id, name, birthYear, unitName: unit }) => ({
    value: id,
    label: birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit }),
  }));
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="unitId" value={unitId} />
      <SelectField name="instructorId" label={t('instructor')} hint={t('instructorHint')} options={women} />
      <SelectField name="learnerId" label={t('learner')} options={women} />
      <DateField name="from" label={t('from')} defaultValue={today} />
      {families.length > 0 && (
        <SelectField
          name="modelId"
          label={t('family')}
          hint={t('familyHint')}
          options={families.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={familyId}
          optional
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

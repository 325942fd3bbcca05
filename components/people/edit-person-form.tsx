import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { PersonRecord } from '@/domain/people/record';
import { LikelySame } from './duplicates/likely-same';
import { PersonFields } from './person-fields';

type EditPersonFormProps = { action: FormAction; person: PersonRecord; mayMerge: boolean };

/** Corrects what is known of a person. The phone on record is not shown: an empty field keeps it. */
export function EditPersonForm({ action, person, mayMerge }: EditPersonFormProps) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people">
      <Words of={['people.likely', 'people.reason']}>
        <LikelySame of="edit" personId={person.id} mayMerge={mayMerge} />
      </Words>
      <HiddenField name="personId" value={person.id} />
      <HiddenField name="version" value={person.version} />
      <PersonFields
        values={person}
        {...(person.phone ? { phoneHint: t('edit.phoneKept', { phone: person.phone }) } : {})}
      />
      {person.phone && <Checkbox name="dropPhone" label={t('edit.dropPhone')} />}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('edit.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/people/${person.id}`}>
          {t('new.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

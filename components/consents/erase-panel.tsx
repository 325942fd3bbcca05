import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ConsentPerson } from '@/domain/consents/consent';
import { erasureReasons, type Obstacles } from '@/domain/consents/erasure/erasure';
import { today } from '@/domain/days/day';

type ErasePanelProps = { person: ConsentPerson; obstacles: Obstacles; action: FormAction };

/** Erases her data for good: first what has to be handed over, then the form that asks for her name. */
export function ErasePanel({ person, obstacles, action }: ErasePanelProps) {
  const t = useTranslations('consents.erase');
  return (
    <section id="erase" className="no-print mt-6 max-w-xl border-rule border-t pt-6">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4">{t('lead')}</p>
      {obstacles.length > 0 ? (
        <>
          <p className="font-semibold">{t('before')}</p>
          <ul className="mt-1 list-disc pl-6">
            {obstacles.map(({ name, count }) => (
              <li key={name}>{t(`obstacles.${name}`, { count })}</li>
            ))}
          </ul>
          <p className="mt-3">
            <Link href={`/admin/people/${person.id}/handover`} className="inline-flex min-h-11 items-center">
              {t('handover')}
            </Link>
          </p>
        </>
      ) : (
        <Form action={action} concept="consents">
          <HiddenField name="personId" value={person.id} />
          <HiddenField name="version" value={person.version} />
          <SelectField
            name="reason"
            label={t('reason')}
            options={erasureReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
          <DateField name="askedOn" label={t('askedOn')} defaultValue={today()} max={today()} />
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameHint', { name: person.name })}
            maxLength={200}
            autoComplete="off"
          />
          <SubmitButton variant="danger">{t('send')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

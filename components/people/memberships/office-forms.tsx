import { useTranslations } from 'next-intl';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { UnitField } from '@/components/units/choice/unit-field';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import { type TermOption, titlesOf } from '@/domain/people/memberships/office';
import type { OfficeRow } from '@/domain/people/record';
import type { Unit } from '@/domain/units/unit';

type OfOne = { action: FormAction; personId: string; today: Day };

/** Gives a title in one of these units. */
export function AppointForm({
  action,
  personId,
  units,
  terms,
  today,
}: OfOne & { units: readonly Unit[]; terms: readonly TermOption[] }) {
  const t = useTranslations('people');
  const titles = units.map(({ id, level, name }) => ({
    label: name,
    options: titlesOf[level].map((title) => ({
      value: `${title} ${id}`,
      label: t('record.at', { what: t(`office.${title}`), unit: name }),
    })),
  }));
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <SelectField name="office" label={t('offices.what')} options={titles} />
      {terms.length > 0 && (
        <SelectField
          name="termId"
          label={t('offices.term')}
          options={terms.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <DateField name="from" label={t('offices.from')} defaultValue={today} />
      <p className="mb-4 text-ink-2 text-sm">{t('offices.note')}</p>
      <SubmitButton>{t('offices.send')}</SubmitButton>
    </Form>
  );
}

/** Ends one office. */
export function EndOfficeForm({ action, personId, office, today }: OfOne & { office: OfficeRow }) {
  const t = useTranslations('people.offices');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="officeId" value={office.id} />
      <HiddenField name="version" value={office.version} />
      <EndingFields
        label={t('lastDay')}
        never={t('never')}
        defaultValue={lastDayOffered(office.from, today)}
        min={office.from}
      />
      <TextField name="reason" label={t('endReason')} maxLength={200} autoComplete="off" />
      <SubmitButton variant="danger">{t('endSend')}</SubmitButton>
    </Form>
  );
}

/** Opens a term of a committee; the one before it ends on that day. */
export function TermForm({ action, personId, units, today }: OfOne & { units: readonly Option[] }) {
  const t = useTranslations('people.offices');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <UnitField name="unitId" label={t('termUnit')} question={{ scope: '', few: units, chosen: units[0] }} />
      <TextField name="name" label={t('termName')} hint={t('termNameHint')} maxLength={80} autoComplete="off" />
      <DateField name="from" label={t('termFrom')} hint={t('termHint')} defaultValue={today} />
      <SubmitButton variant="secondary">{t('termSend')}</SubmitButton>
    </Form>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Venue } from '@/domain/venues/venue';
import { formatTypedNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A point in Biên Hòa. */
const EXAMPLE = { lat: '10.94812', lon: '106.82432' };

type VenueFormProps = {
  action: FormAction;
  /** whose it is */
  keeper: UnitQuestion;
  values: Record<string, string>;
  edited?: { id: string; version: number };
  leave: string;
};

/** A hall: whose it is, what it is called, and what a learner finds there. */
export function VenueForm({ action, keeper, values, edited, leave }: VenueFormProps) {
  const t = useTranslations('venues.form');
  return (
    <Form action={action} concept="venues" className="max-w-[46rem]">
      {edited && <HiddenField name="venueId" value={edited.id} />}
      {edited && <HiddenField name="version" value={edited.version} />}
      <UnitField name="unitId" label={t('unit')} question={keeper} />
      <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={values.name ?? ''} maxLength={120} />
      <TextField
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        defaultValue={values.address ?? ''}
        maxLength={200}
        optional
      />
      <NumberField name="seats" label={t('seats')} defaultValue={values.seats ?? ''} maxLength={6} optional />
      {(['stepFree', 'screen', 'wifi'] as const).map((each) => (
        <Checkbox key={each} name={each} value="yes" label={t(each)} defaultChecked={values[each] === 'yes'} />
      ))}
      <Point values={values} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** Where it lies, in degrees. */
function Point({ values }: Pick<VenueFormProps, 'values'>) {
  const t = useTranslations('venues.form');
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      {(['lat', 'lon'] as const).map((each) => (
        <TextField
          key={each}
          name={each}
          label={t(each)}
          hint={t('pointHint', { example: formatTypedNumber(locale, EXAMPLE[each]) })}
          inputMode="decimal"
          defaultValue={formatTypedNumber(locale, values[each] ?? '')}
          maxLength={13}
          optional
        />
      ))}
    </div>
  );
}

/** Takes a hall out of what can be chosen, or back into it. */
export function RetireVenue({ venue, action }: { venue: Venue; action: FormAction }) {
  const t = useTranslations('venues.retire');
  const { retired } = venue;
  return (
    <Panel title={t(retired ? 'resumeTitle' : 'title')} className="max-w-[46rem]">
      <p className="mb-4">{t(retired ? 'resumeLead' : 'lead')}</p>
      <Form action={action} concept="venues">
        <HiddenField name="venueId" value={venue.id} />
        <HiddenField name="version" value={venue.version} />
        <HiddenField name="step" value={retired ? 'resume' : 'retire'} />
        <SubmitButton compact variant={retired ? 'secondary' : 'danger'}>
          {t(retired ? 'resume' : 'do')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

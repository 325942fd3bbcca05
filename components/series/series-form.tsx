import { useLocale, useTranslations } from 'next-intl';
import type { SessionChoices } from '@/components/trainings/planning/session-choices';
import { CourseAndUnit, Notes, People, TimeAndPlace } from '@/components/trainings/planning/session-fields';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, NumberField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { addDays, type Day } from '@/domain/days/day';
import { repeats, weekdays } from '@/domain/series/series';
import type { SessionValues } from '@/domain/trainings/plan';
import { formatWeekdayName } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type SeriesValues = Partial<SessionValues> & {
  repeat?: string;
  every?: string;
  weekdays?: readonly string[];
  ends?: string;
  count?: string;
  until?: string;
  skipHolidays?: string;
};

type SeriesFormProps = {
  action: FormAction;
  choices: SessionChoices;
  values: SeriesValues;
  today: Day;
  leave: string;
};

/** The form itself: what chooses the commune above it sends all that was typed along. */
export const SERIES_FORM = 'series-form';

/** A series: what one session would ask for, and how often. It leads to the preview; nothing is written yet. */
export function SeriesForm({ action, choices, values, today, leave }: SeriesFormProps) {
  const t = useTranslations('series.form');
  const session = useTranslations('trainings.form');
  return (
    <Form id={SERIES_FORM} action={action} concept="trainings" className="max-w-[46rem]">
      <CourseAndUnit choices={choices} values={values} courseFixed={false} />
      <TimeAndPlace choices={choices} values={values} today={today} />
      <Repetition values={values} today={today} />
      <People choices={choices} values={values} />
      <Notes values={values} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('preview')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {session('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** A Monday, from which the names of weekdays are counted. */
const MONDAY: Day = '2026-11-23';

function Weekdays({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('series.form');
  const locale = useLocale() as Locale;
  return (
    <CheckboxGroup
      name="weekdays[]"
      label={t('weekdays')}
      hint={t('weekdaysHint')}
      options={weekdays.map((weekday, at) => ({
        value: weekday,
        label: formatWeekdayName(locale, addDays(MONDAY, at)),
      }))}
      defaultValues={chosen}
    />
  );
}

function Repetition({ values, today }: { values: SeriesValues; today: Day }) {
  const t = useTranslations('series.form');
  return (
    <fieldset className="school-grid mb-6 px-5 pt-3">
      <legend className="sr-only">{t('repetition')}</legend>
      <RadioGroup
        name="repeat"
        label={t('repeat')}
        hint={t('repeatHint')}
        options={repeats.map((repeat) => ({ value: repeat, label: t(`repeats.${repeat}`) }))}
        defaultValue={values.repeat ?? 'weekly'}
      />
      <Weekdays chosen={values.weekdays ?? []} />
      <NumberField
        name="every"
        label={t('every')}
        hint={t('everyHint')}
        defaultValue={values.every ?? '1'}
        maxLength={2}
      />
      <RadioGroup
        name="ends"
        label={t('ends')}
        options={(['count', 'until'] as const).map((each) => ({ value: each, label: t(`endsBy.${each}`) }))}
        defaultValue={values.ends ?? 'count'}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <NumberField name="count" label={t('count')} defaultValue={values.count ?? '4'} maxLength={2} optional />
        <DateField name="until" label={t('until')} defaultValue={values.until ?? ''} min={today} optional />
      </div>
      <Checkbox
        name="skipHolidays"
        value="yes"
        label={t('skipHolidays')}
        hint={t('skipHolidaysHint')}
        defaultChecked={values.every === undefined || values.skipHolidays === 'yes'}
      />
    </fieldset>
  );
}

import { useTranslations } from 'next-intl';
import { TimeField } from '@/components/ui/days/time-field';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, HiddenField, NumberField, TextArea, TextField } from '@/components/ui/forms/form';
import { UnitField } from '@/components/units/choice/unit-field';
import type { Day } from '@/domain/days/day';
import { audiences } from '@/domain/scales/audience';
import { deliveryModes } from '@/domain/scales/delivery-mode';
import type { SessionValues } from '@/domain/trainings/plan';
import type { SessionChoices } from './session-choices';

const NOTES_MAX = 1000;

type PartProps = { choices: SessionChoices; values: Partial<SessionValues> };

/** The course of a session, and its unit. */
export function CourseAndUnit({ choices, values, courseFixed }: PartProps & { courseFixed: boolean }) {
  const t = useTranslations('trainings.form');
  const course = choices.courses.find(({ value }) => value === values.courseId);
  return (
    <>
      {courseFixed && values.courseId ? (
        <div className="field">
          <p className="field-label">{t('course')}</p>
          <p>{course?.label}</p>
          <p className="text-ink-2 text-sm">{t('courseFixed')}</p>
          <HiddenField name="courseId" value={values.courseId} />
        </div>
      ) : (
        <SelectField
          name="courseId"
          label={t('course')}
          options={choices.courses}
          defaultValue={values.courseId ?? ''}
        />
      )}
      <UnitField name="unitId" label={t('unit')} hint={t('unitHint')} question={choices.unit} />
    </>
  );
}

/** When, how and where. */
export function TimeAndPlace({ choices, values, today }: PartProps & { today: Day }) {
  const t = useTranslations('trainings');
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))]">
        <DateField name="day" label={t('form.day')} defaultValue={values.day ?? ''} min={today} />
        <TimeField name="from" label={t('form.from')} defaultValue={values.from ?? ''} />
        <TimeField name="to" label={t('form.to')} defaultValue={values.to ?? ''} />
      </div>
      <DateField
        name="endDay"
        label={t('form.endDay')}
        hint={t('form.endDayHint')}
        defaultValue={values.endDay ?? ''}
        min={today}
        optional
      />
      <Checkbox
        name="allDay"
        value="yes"
        label={t('form.allDay')}
        hint={t('form.allDayHint')}
        defaultChecked={values.allDay === 'yes'}
      />
      <RadioGroup
        name="mode"
        label={t('form.mode')}
        options={deliveryModes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        defaultValue={values.mode ?? 'in_person'}
      />
      <SelectField
        name="venueId"
        label={t('form.venue')}
        hint={t('form.venueHint')}
        options={choices.venues}
        empty={t('form.venueNone')}
        defaultValue={values.venueId ?? ''}
      />
      <TextField
        name="onlineUrl"
        label={t('form.onlineUrl')}
        hint={t('form.onlineUrlHint')}
        type="url"
        defaultValue={values.onlineUrl ?? ''}
        maxLength={500}
        optional
      />
    </>
  );
}

/** How many, for whom and by whom. */
export function People({ choices, values }: PartProps) {
  const t = useTranslations('trainings.form');
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <NumberField name="seats" label={t('seats')} defaultValue={values.seats ?? '30'} maxLength={4} />
        <SelectField
          name="audience"
          label={t('audience')}
          options={audiences.map((audience) => ({ value: audience, label: t(`audiences.${audience}`) }))}
          defaultValue={values.audience ?? 'everyone'}
        />
        <SelectField
          name="language"
          label={t('language')}
          options={choices.languages}
          defaultValue={values.language ?? 'vi'}
        />
      </div>
      {choices.trainers.length > 0 ? (
        <CheckboxGroup
          name="trainerIds[]"
          label={t('trainers')}
          hint={t('trainersHint', { commune: choices.communeWords })}
          options={choices.trainers}
          defaultValues={values.trainerIds ?? []}
          optional
        />
      ) : (
        <p className="field text-ink-2">{t('noTrainers')}</p>
      )}
    </>
  );
}

/** Notes for those who come. */
export function Notes({ values }: Pick<PartProps, 'values'>) {
  const t = useTranslations('trainings.form');
  return (
    <TextArea
      name="notes"
      label={t('notes')}
      hint={t('notesHint')}
      defaultValue={values.notes ?? ''}
      maxLength={NOTES_MAX}
      rows={3}
      optional
    />
  );
}

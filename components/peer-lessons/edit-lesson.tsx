import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, NumberField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Day } from '@/domain/days/day';
import type { LessonTopic, PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import type { Locale } from '@/i18n/locales';
import { topicName } from './topic-name';

type Woman = { id: string; name: string | null };
type EditLessonProps = {
  action: FormAction;
  lesson: PeerLesson;
  topics: readonly LessonTopic[];
  near: { pairs: readonly { teacher: Woman; learner: Woman }[]; women: readonly Woman[] };
  place: UnitQuestion;
  today: Day;
  leave: string;
};

/** Corrects what was noted of a lesson. */
export function EditLesson({ action, lesson, topics, near, place, today, leave }: EditLessonProps) {
  const t = useTranslations('peer-lessons');
  return (
    <Form action={action} concept="peer-lessons" className="max-w-[46rem]">
      <h2 className="mb-4">{t('form.editTitle')}</h2>
      <HiddenField name="lessonId" value={lesson.id} />
      <HiddenField name="version" value={lesson.version} />
      <UnitField name="unitId" label={t('form.place')} question={place} />
      <WhatAndWhen lesson={lesson} topics={topics} today={today} />
      <WhoAndWhom lesson={lesson} near={near} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('form.keep')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('form.leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function WhatAndWhen({ lesson, topics, today }: Pick<EditLessonProps, 'lesson' | 'topics' | 'today'>) {
  const t = useTranslations('peer-lessons');
  const locale = useLocale() as Locale;
  const subjects = topics.some(({ id }) => id === lesson.topic.id) ? topics : [lesson.topic, ...topics];
  return (
    <>
      <SelectField
        name="topicId"
        label={t('list.topic')}
        defaultValue={lesson.topic.id}
        options={subjects.map((topic) => ({ value: topic.id, label: topicName(locale, topic) }))}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <DateField name="day" label={t('form.day')} defaultValue={lesson.day} max={today} />
        <NumberField
          name="minutes"
          label={t('form.minutesField')}
          defaultValue={String(lesson.minutes)}
          maxLength={3}
        />
      </div>
    </>
  );
}

function WhoAndWhom({ lesson, near }: Pick<EditLessonProps, 'lesson' | 'near'>) {
  const t = useTranslations('peer-lessons');
  const around = [...near.pairs.flatMap(({ teacher, learner }) => [teacher, learner]), ...near.women];
  const women = (first: readonly Woman[]) =>
    [...new Map([...first, ...around].map((woman) => [woman.id, woman])).values()].map(({ id, name }) => ({
      value: id,
      label: name ?? t('erased'),
    }));
  return (
    <>
      <SelectField
        name="teacherId"
        label={t('form.teacher')}
        optional
        empty={t('form.one')}
        defaultValue={lesson.teacher?.id ?? ''}
        options={women(lesson.teacher ? [lesson.teacher] : [])}
      />
      <NumberField name="women" label={t('form.women')} defaultValue={String(lesson.women)} maxLength={3} />
      <CheckboxGroup
        name="learnerIds[]"
        label={t('form.learners')}
        defaultValues={lesson.learners.map(({ id }) => id)}
        options={women(lesson.learners)}
      />
    </>
  );
}

/** Takes back a lesson that was noted by mistake. */
export function TakeBackLesson({ action, lessonId }: { action: FormAction; lessonId: string }) {
  const t = useTranslations('peer-lessons.record');
  return (
    <Panel title={t('takeBackTitle')} className="max-w-[46rem]">
      <p className="mb-4">{t('takeBackLead')}</p>
      <Form action={action} concept="peer-lessons">
        <HiddenField name="lessonId" value={lessonId} />
        <SubmitButton compact variant="danger">
          {t('takeBack')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

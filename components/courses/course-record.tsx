import { useLocale, useTranslations } from 'next-intl';
import { capital } from '@/components/trainings/place-words';
import { DefinitionList } from '@/components/ui/definition-list';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { CourseRecord as Course } from '@/domain/courses/course';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The words of a course, in the reader's language first, and for trainers their notes. */
export function CourseRecord({ course, language }: { course: Course; language: string }) {
  const t = useTranslations('courses');
  const audience = useTranslations('trainings.audience');
  const learned = useTranslations('outcomes.level');
  const locale = useLocale() as Locale;
  const own = course.words[locale];
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <div className="grid gap-7">
      <p className="max-w-[40em] whitespace-pre-line text-lead">{own.description}</p>
      <DefinitionList
        entries={[
          { term: t('record.level'), value: t(`level.${course.level}`) },
          { term: t('record.minutes'), value: t('minutes', { count: formatNumber(locale, course.minutes) }) },
          { term: t('record.language'), value: language },
          { term: t('record.audience'), value: capital(audience(course.audience)) },
          { term: t('record.skills'), value: course.skills.join(', ') },
          { term: t('record.preconditions'), value: own.preconditions || t('record.none') },
          {
            term: t('record.certificate'),
            value: course.certificateLevel
              ? t('certificate.asks', { level: learned(course.certificateLevel) })
              : t('certificate.nothing'),
          },
        ]}
      />
      {course.trainerNotes && (
        <section>
          <h2>{t('record.notes')}</h2>
          <p className="mb-2 text-ink-2 text-sm">{t('record.notesLead')}</p>
          <p className="max-w-[44em] whitespace-pre-line">{course.trainerNotes}</p>
        </section>
      )}
      <section lang={other}>
        <h2>{course.words[other].title}</h2>
        <p className="mt-2 max-w-[44em] whitespace-pre-line">{course.words[other].description}</p>
        {course.words[other].preconditions && (
          <p className="mt-2 max-w-[44em] whitespace-pre-line text-ink-2">{course.words[other].preconditions}</p>
        )}
      </section>
    </div>
  );
}

type RetireProps = { course: Course; action: FormAction };

/** Takes a course out of what can be planned, or back into it. */
export function RetireCourse({ course, action }: RetireProps) {
  const t = useTranslations('courses.record');
  const step = course.retired ? 'resume' : 'retire';
  return (
    <Panel title={t(step)}>
      <p className="mb-4">{t(`${step}Lead`)}</p>
      <Form action={action} concept="courses">
        <HiddenField name="courseId" value={course.id} />
        <HiddenField name="version" value={course.version} />
        <HiddenField name="step" value={step} />
        <SubmitButton compact variant={course.retired ? 'secondary' : 'danger'}>
          {t(step)}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import { PlainSelectField } from '@/components/ui/forms/plain-fields';
import type { Locale } from '@/i18n/locales';
import { FormProblems, useKeptWords } from './form-problems';
import { ConsentFields, VisitorFields } from './visitor-fields';

const FORM = 'wait';

type TopicWaitFormProps = {
  locale: Locale;
  courses: readonly { code: string; title: string }[];
  communes: readonly { slug: string; name: string }[];
  /** what the address asks for */
  course: string | undefined;
  commune: string | undefined;
  consent: { id: string; body: string };
  kept: KeptForm | null;
};

/** The form for a wish: the course, the commune, and how she is told. Five fields, without a script. */
export function TopicWaitForm({ locale, courses, communes, course, commune, consent, kept }: TopicWaitFormProps) {
  const t = useTranslations('enrolments');
  const { typed, field } = useKeptWords(FORM, kept);
  const labels = {
    course: t('wait.course'),
    commune: t('wait.commune'),
    name: t('form.name'),
    phone: t('form.phone'),
    consent: t('form.consent'),
  };
  return (
    <form method="post" action="/api/topic-waits" className="grid">
      <FormProblems kept={kept} labels={labels} form={FORM} />
      <input type="hidden" name="locale" value={locale} />
      <PlainSelectField
        {...field('course', labels.course)}
        options={courses.map(({ code, title }) => ({ value: code, label: title }))}
        empty={t('wait.chooseCourse')}
        defaultValue={kept ? typed('course') : (course ?? '')}
        required
      />
      <PlainSelectField
        {...field('commune', labels.commune)}
        options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        empty={t('wait.chooseCommune')}
        defaultValue={kept ? typed('commune') : (commune ?? '')}
        required
      />
      <VisitorFields form={FORM} kept={kept} phoneHint={t('wait.phoneHint')} />
      <ConsentFields form={FORM} kept={kept} consent={consent} />
      <Button type="submit" variant="primary">
        {t('wait.send')}
      </Button>
    </form>
  );
}

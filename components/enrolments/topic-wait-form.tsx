import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { KeptForm } from '@/components/ui/kept-form';
import { PlainCheckbox, PlainSelectField, PlainTextField } from '@/components/ui/plain-fields';
import type { Locale } from '@/i18n/locales';
import { FormProblems, useKeptWords } from './form-problems';

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

/** What she wants to learn, where, and how she is told. Five fields, without a script. */
export function TopicWaitForm({ locale, courses, communes, course, commune, consent, kept }: TopicWaitFormProps) {
  const t = useTranslations('enrolments');
  const { typed, errorsOf } = useKeptWords(kept);
  const field = (name: string) => ({ id: `wait-${name}`, name, errors: errorsOf(name) });
  const labels = {
    course: t('wait.course'),
    commune: t('wait.commune'),
    name: t('form.name'),
    phone: t('form.phone'),
    consent: t('form.consent'),
  };
  return (
    <form method="post" action="/api/topic-waits" className="grid">
      <FormProblems kept={kept} labels={labels} idOf={(name) => `wait-${name}`} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="consentText" value={consent.id} />
      <PlainSelectField
        {...field('course')}
        label={labels.course}
        options={courses.map(({ code, title }) => ({ value: code, label: title }))}
        empty=""
        defaultValue={kept ? typed('course') : (course ?? '')}
        required
      />
      <PlainSelectField
        {...field('commune')}
        label={labels.commune}
        options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        empty=""
        defaultValue={kept ? typed('commune') : (commune ?? '')}
        required
      />
      <PlainTextField
        {...field('name')}
        label={labels.name}
        defaultValue={typed('name')}
        autoComplete="name"
        required
        maxLength={80}
      />
      <PlainTextField
        {...field('phone')}
        label={labels.phone}
        hint={t('wait.phoneHint')}
        defaultValue={typed('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        maxLength={20}
      />
      <div hidden>
        <PlainTextField
          id="wait-homepage"
          name="homepage"
          label={t('form.homepage')}
          autoComplete="off"
          tabIndex={-1}
        />
      </div>
      <PlainCheckbox
        id="wait-consent"
        name="consent"
        value="yes"
        label={consent.body}
        errors={errorsOf('consent')}
        defaultChecked={typed('consent') === 'yes'}
      />
      <Button type="submit" variant="primary">
        {t('wait.send')}
      </Button>
    </form>
  );
}

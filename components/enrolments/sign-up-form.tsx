import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import { PlainSelectField, PlainTextField } from '@/components/ui/forms/plain-fields';
import type { Locale } from '@/i18n/locales';
import { FormProblems, useKeptWords } from './form-problems';
import { ConsentFields, PHONE, VisitorFields } from './visitor-fields';

const FORM = 'sign-up';

type SignUpFormProps = {
  locale: Locale;
  /** slug of the session */
  session: string;
  /** nobody can have a seat at once: whoever signs up waits */
  full: boolean;
  communes: readonly { slug: string; name: string }[];
  /** where the session is: most who come are from there */
  commune: string | undefined;
  consent: { id: string; body: string };
  kept?: KeptForm | null;
};

/** A plain form of six fields, with two more for who brings somebody along. It needs no script and no account. */
export function SignUpForm({ locale, session, full, communes, commune, consent, kept = null }: SignUpFormProps) {
  const t = useTranslations('enrolments.form');
  const { typed, field } = useKeptWords(FORM, kept);
  const labels = {
    name: t('name'),
    phone: t('phone'),
    commune: t('commune'),
    unitWords: t('unitWords'),
    accessNeed: t('accessNeed'),
    companionName: t('companionName'),
    companionPhone: t('companionPhone'),
    consent: t('consent'),
  };
  const withCompanion = Boolean(typed('companionName') || typed('companionPhone') || kept?.fields?.companionName);
  return (
    <form method="post" action="/api/enrolments" className="mt-4 grid">
      <FormProblems kept={kept} labels={labels} form={FORM} />
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="locale" value={locale} />
      <VisitorFields form={FORM} kept={kept} phoneHint={t('phoneHint')} />
      <PlainSelectField
        {...field('commune', labels.commune)}
        options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        empty={t('communeElsewhere')}
        defaultValue={kept ? typed('commune') : (commune ?? '')}
      />
      <PlainTextField {...field('unitWords', labels.unitWords)} hint={t('unitWordsHint')} optional maxLength={80} />
      <PlainTextField {...field('accessNeed', labels.accessNeed)} hint={t('accessNeedHint')} optional maxLength={200} />
      <details className="mb-5" open={withCompanion}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]">
          {t('companion')}
        </summary>
        <p className="mt-1 mb-4 text-ink-2 text-sm">{t('companionHint')}</p>
        <PlainTextField {...field('companionName', labels.companionName)} autoComplete="off" maxLength={80} />
        <PlainTextField {...field('companionPhone', labels.companionPhone)} {...PHONE} autoComplete="off" />
      </details>
      <ConsentFields form={FORM} kept={kept} consent={consent} />
      <Button type="submit" variant="primary" className="w-full">
        {t(full ? 'sendFull' : 'send')}
      </Button>
      <p className="mt-3 text-ink-2 text-sm">{t(full ? 'afterFull' : 'after')}</p>
    </form>
  );
}

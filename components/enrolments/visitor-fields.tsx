import { useTranslations } from 'next-intl';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import { PlainCheckbox, PlainTextField } from '@/components/ui/forms/plain-fields';
import { useKeptWords } from './form-problems';

type FieldsProps = { form: string; kept: KeptForm | null };

/** The name and number of a visitor, on each form that needs no account. */
export function VisitorFields({ form, kept, phoneHint }: FieldsProps & { phoneHint: string }) {
  const t = useTranslations('enrolments.form');
  const { field } = useKeptWords(form, kept);
  return (
    <>
      <PlainTextField {...field('name', t('name'))} autoComplete="name" required maxLength={80} />
      <PlainTextField {...field('phone', t('phone'))} hint={phoneHint} {...PHONE} autoComplete="tel" required />
    </>
  );
}

/** Keys for digits, and room for a number as people space it. */
export const PHONE = { type: 'tel', inputMode: 'tel', maxLength: 20 } as const;

/** The wording she agrees to, never ticked before she does so, and a field in which only a robot writes. */
export function ConsentFields({ form, kept, consent }: FieldsProps & { consent: { id: string; body: string } }) {
  const t = useTranslations('enrolments.form');
  const { typed, field } = useKeptWords(form, kept);
  const { defaultValue: _, ...box } = field('consent', consent.body);
  return (
    <>
      <input type="hidden" name="consentText" value={consent.id} />
      <div hidden>
        <PlainTextField
          {...field('homepage', t('homepage'))}
          defaultValue=""
          errors={undefined}
          autoComplete="off"
          tabIndex={-1}
        />
      </div>
      <PlainCheckbox {...box} value="yes" defaultChecked={typed('consent') === 'yes'} />
    </>
  );
}

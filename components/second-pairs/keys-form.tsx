import { useTranslations } from 'next-intl';
import { Form, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

/** Asks for a change of the sealing keys, which is then done at the machine. */
export function KeysForm({ ask }: { ask: FormAction }) {
  const t = useTranslations('second-pairs');
  return (
    <section id="keys" className="mt-10 max-w-xl">
      <h2 className="mb-2">{t('actions.changeKeys')}</h2>
      <p className="mb-4">{t('keysLead')}</p>
      <Form action={ask} concept="second-pairs" fold={{ summary: t('keysAsk') }} address="/admin/second-pairs?keys=1">
        <TextField name="reason" label={t('why')} maxLength={200} />
        <SubmitButton variant="secondary">{t('keysAsk')}</SubmitButton>
      </Form>
    </section>
  );
}

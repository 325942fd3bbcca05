import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

/** Ends an account and every session of it, with a reason. */
export function CloseAccount({ accountId, action }: { accountId: string; action: FormAction }) {
  const t = useTranslations('accounts.record');
  return (
    <section className="mt-12 max-w-xl border-rule border-t pt-6">
      <h2 className="mb-2">{t('close')}</h2>
      <p className="mb-4">{t('closeLead')}</p>
      <Form action={action} concept="accounts">
        <HiddenField name="accountId" value={accountId} />
        <TextField name="reason" label={t('reason')} maxLength={200} />
        <SubmitButton variant="danger">{t('close')}</SubmitButton>
      </Form>
    </section>
  );
}

import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

type CloseProps = { accountId: string; disabled: boolean; action: FormAction };

/** Ends an account and every session of it, or opens it again, with a reason. */
export function CloseAccount({ accountId, disabled, action }: CloseProps) {
  const t = useTranslations('accounts.record');
  const deed = disabled ? 'reopen' : 'close';
  return (
    <section className="mt-12 max-w-xl border-rule border-t pt-6">
      <h2 className="mb-2">{t(deed)}</h2>
      <p className="mb-4">{t(`${deed}Lead`)}</p>
      <Form action={action} concept="accounts">
        <HiddenField name="accountId" value={accountId} />
        <TextField name="reason" label={t('reason')} maxLength={200} />
        <SubmitButton variant={disabled ? 'primary' : 'danger'}>{t(deed)}</SubmitButton>
      </Form>
    </section>
  );
}

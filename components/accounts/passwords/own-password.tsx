import { useTranslations } from 'next-intl';
import { Form, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

/** Her own new password, with the one before. */
export function OwnPassword({ action }: { action: FormAction }) {
  const t = useTranslations('accounts');
  return (
    <section id="password" className="mt-12 max-w-xl">
      <h2 className="mb-2">{t('ownPassword.title')}</h2>
      <p className="mb-4 text-ink-2">{t('ownPassword.lead')}</p>
      <Form action={action} concept="accounts">
        <TextField name="oldPassword" type="password" label={t('ownPassword.old')} autoComplete="current-password" />
        <TextField
          name="password"
          type="password"
          label={t('newPassword.password')}
          hint={t('invitation.passwordHint')}
          autoComplete="new-password"
        />
        <SubmitButton>{t('ownPassword.send')}</SubmitButton>
      </Form>
    </section>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { NewPasswordField } from './new-password-field';

type NewPasswordFormProps = {
  token: string;
  language: 'vi' | 'en';
  problem: 'too-short' | 'password-too-long' | 'too-common' | 'too-near' | 'too-many-resets' | null;
};

/** A new password, by a link. A plain form: it works in every browser. */
export function NewPasswordForm({ token, language, problem }: NewPasswordFormProps) {
  const t = useTranslations('accounts');
  return (
    <form method="post" action="/api/password-resets/used" className="grid">
      {problem && (
        <p role="alert" className="problem-box mb-5">
          {t(`problems.${problem}`)}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      <NewPasswordField label={t('newPassword.password')} />
      <Button type="submit" variant="primary">
        {t('newPassword.send')}
      </Button>
    </form>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';

type ForgottenFormProps = {
  language: 'vi' | 'en';
  problem: 'not-an-email-or-phone' | 'too-many-resets' | 'asked-often' | null;
};

/** The name of the account whose password is forgotten. A plain form: it works in every browser. */
export function ForgottenForm({ language, problem }: ForgottenFormProps) {
  const t = useTranslations('accounts');
  return (
    <form method="post" action="/api/password-resets" className="grid">
      {problem && (
        <p role="alert" className="problem-box mb-5">
          {problem === 'not-an-email-or-phone' ? t('errors.not-an-email-or-phone') : t(`problems.${problem}`)}
        </p>
      )}
      <input type="hidden" name="language" value={language} />
      <PlainTextField
        id="identifier"
        name="identifier"
        label={t('signIn.identifier')}
        hint={t('signIn.identifierHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
      />
      <Button type="submit" variant="primary">
        {t('forgotten.send')}
      </Button>
    </form>
  );
}

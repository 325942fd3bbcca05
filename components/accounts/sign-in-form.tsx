import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/plain-fields';

type SignInFormProps = {
  token: string;
  callbackUrl: string;
  language: string;
  /** what she typed last time */
  name: string;
  /** key below `accounts.signIn` */
  problem: 'wrong' | 'throttled' | 'failed' | null;
};

/** A plain form: it works in every browser, with or without a script. */
export function SignInForm({ token, callbackUrl, language, name, problem }: SignInFormProps) {
  const t = useTranslations('accounts.signIn');
  return (
    <form method="post" action={`/api/auth/callback/credentials?language=${language}`} className="grid">
      {problem && (
        <p role="alert" className="problem-box mb-5">
          {t(problem)}
        </p>
      )}
      <input type="hidden" name="csrfToken" value={token} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <PlainTextField
        id="identifier"
        name="identifier"
        label={t('identifier')}
        hint={t('identifierHint')}
        defaultValue={name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
      />
      <PlainTextField
        id="password"
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
        maxLength={200}
      />
      <Button type="submit" variant="primary">
        {t('send')}
      </Button>
      <p className="mt-4 text-ink-2 text-sm">{t('forgot')}</p>
    </form>
  );
}

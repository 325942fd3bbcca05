import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

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
    <form method="post" action={`/api/auth/callback/credentials?language=${language}`} className="grid gap-5">
      {problem && (
        <p role="alert" id="sign-in-problem" className="problem-box">
          {t(problem)}
        </p>
      )}
      <input type="hidden" name="csrfToken" value={token} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <p>
        <label htmlFor="identifier" className="field-label">
          {t('identifier')}
        </label>
        <input
          id="identifier"
          name="identifier"
          className="control"
          defaultValue={name}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={problem ? 'sign-in-problem identifier-hint' : 'identifier-hint'}
          required
          maxLength={200}
        />
        <span id="identifier-hint" className="field-hint">
          {t('identifierHint')}
        </span>
      </p>
      <p>
        <label htmlFor="password" className="field-label">
          {t('password')}
        </label>
        <input
          id="password"
          name="password"
          type="password"
          className="control"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </p>
      <Button type="submit" variant="primary">
        {t('send')}
      </Button>
      <p className="text-ink-2 text-sm">{t('forgot')}</p>
    </form>
  );
}

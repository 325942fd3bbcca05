import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type SignInFormProps = {
  token: string;
  callbackUrl: string;
  language: Locale;
  /** what she typed last time */
  name: string;
  problem: SignInProblem | null;
};

/** Why a provider opened nothing, as addresses say it behind "provider-". */
export const providerProblems = [
  'away',
  'refused',
  'cancelled',
  'over',
  'stays',
  'address-unverified',
  'nobody-known',
  'account-closed',
  'tied-otherwise',
  'tie-ended',
] as const;

export type SignInProblem =
  | { why: 'wrong' | 'failed' }
  | { why: 'throttled'; seconds: number }
  | { why: 'provider'; problem: (typeof providerProblems)[number]; name: string };

/** The seconds from which on a wait is said in minutes. */
const MINUTE = 60;

/** A plain form: it works in every browser, with or without a script. */
export function SignInForm({ token, callbackUrl, language, name, problem }: SignInFormProps) {
  const t = useTranslations('accounts.signIn');
  return (
    <form method="post" action={`/api/auth/callback/credentials?language=${language}`} className="grid">
      {problem && (
        <p role="alert" className="problem-box mb-5">
          {wordsOf(t, problem)}
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
        maxLength={128}
      />
      <Button type="submit" variant="primary">
        {t('send')}
      </Button>
      <p className="mt-4">
        <a href={hrefTo(language, 'forgottenPassword')}>{t('forgot')}</a>
      </p>
    </form>
  );
}

function wordsOf(t: ReturnType<typeof useTranslations<'accounts.signIn'>>, problem: SignInProblem): string {
  if (problem.why === 'throttled') return t(waitOf(problem.seconds), waitIn(problem.seconds));
  if (problem.why === 'provider') return t(`provider.problems.${problem.problem}`, { name: problem.name });
  return t(problem.why);
}

const waitOf = (seconds: number) => (seconds < MINUTE ? 'throttled' : 'throttledLong');
const waitIn = (seconds: number) => ({ seconds, minutes: Math.ceil(seconds / MINUTE) });

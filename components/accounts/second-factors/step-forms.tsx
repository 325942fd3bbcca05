import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { PlainCheckbox, PlainTextField } from '@/components/ui/forms/plain-fields';

type StepFormsProps = {
  callbackUrl: string;
  language: string;
  /** why the last try was refused, as the address says it */
  problem: string | null;
  ways: { totp: boolean; passkey: boolean; mayRemember: boolean };
  /** whether she had ticked that the device is hers */
  remember: boolean;
};

/** The seconds from which on a wait is said in minutes. */
const MINUTE = 60;
const PROBLEMS = ['wrong-code', 'code-used', 'recovery-wrong', 'recovery-used', 'step-over'] as const;

/** Her ways to make the second step, plain forms each; the paper codes stand folded behind the others. */
export function StepForms({ callbackUrl, language, problem, ways, remember }: StepFormsProps) {
  const t = useTranslations('second-factors.step');
  const words = useProblem(problem);
  const shared = (
    <>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="language" value={language} />
    </>
  );
  return (
    <>
      {words && (
        <p role="alert" className="problem-box mb-5">
          {words}
        </p>
      )}
      {ways.passkey && <PasskeyLink callbackUrl={callbackUrl} />}
      {ways.totp && (
        <CodeForm mayRemember={ways.mayRemember} remember={remember}>
          {shared}
        </CodeForm>
      )}
      <details className="mt-8 border-rule border-t pt-5" open={problem?.startsWith('recovery') || undefined}>
        <summary className="cursor-pointer py-2 font-semibold">{t('recovery')}</summary>
        <form method="post" action="/api/second-step" className="mt-4 grid">
          {shared}
          <PlainTextField
            id="recovery"
            name="recovery"
            label={t('recoveryCode')}
            hint={t('recoveryHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={40}
          />
          <Remember id="remember-recovery" may={ways.mayRemember} ticked={remember} />
          <Button type="submit">{t('send')}</Button>
        </form>
        <p className="mt-4 text-ink-2 text-sm">{t('lost')}</p>
      </details>
    </>
  );
}

/** It leads into the signed-in area: pages of readers run no script that asks for a passkey. */
function PasskeyLink({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('second-factors.step');
  return (
    <p className="mb-6">
      <a
        className="button primary"
        href={`/admin/accounts/passkey-step?callbackUrl=${encodeURIComponent(callbackUrl)}`}
      >
        {t('passkey')}
      </a>
    </p>
  );
}

type CodeFormProps = { mayRemember: boolean; remember: boolean; children: ReactNode };

function CodeForm({ mayRemember, remember, children }: CodeFormProps) {
  const t = useTranslations('second-factors.step');
  return (
    <form method="post" action="/api/second-step" className="grid">
      {children}
      <PlainTextField
        id="code"
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="one-time-code"
        inputMode="numeric"
        pattern="[0-9 ]{6,8}"
        required
        maxLength={8}
      />
      <Remember id="remember" may={mayRemember} ticked={remember} />
      <Button type="submit" variant="primary">
        {t('send')}
      </Button>
    </form>
  );
}

function Remember({ id, may, ticked }: { id: string; may: boolean; ticked: boolean }) {
  const t = useTranslations('second-factors.step');
  if (!may) return <p className="mb-4 text-ink-2 text-sm">{t('neverRemembered')}</p>;
  const words = { label: t('remember'), hint: t('rememberHint') };
  return <PlainCheckbox id={id} name="remember" defaultChecked={ticked} {...words} />;
}

function useProblem(problem: string | null): string | null {
  const t = useTranslations('second-factors');
  const seconds = Number(/^throttled-(\d{1,6})$/.exec(problem ?? '')?.[1] ?? 0);
  if (seconds > 0)
    return seconds < MINUTE
      ? t('step.throttled', { seconds })
      : t('step.throttledLong', { minutes: Math.ceil(seconds / MINUTE) });
  const known = PROBLEMS.find((each) => each === problem);
  return known ? t(`problems.${known}`) : null;
}

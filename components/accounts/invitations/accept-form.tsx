import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { NewPasswordField } from '../passwords/new-password-field';

/** The invited person's own name and password. A plain form: it works everywhere. */
export function AcceptForm({ token, name, problem }: { token: string; name: string; problem: string | null }) {
  const t = useTranslations('accounts');
  const say = useTranslations('ui.errors');
  const known = problem !== null && t.has(`problems.${problem}` as 'problems.not-found');
  const words = problem === null ? null : known ? t(`problems.${problem}` as 'problems.not-found') : say('too-short');
  return (
    <form method="post" action="/api/invitation">
      {words && (
        <p role="alert" className="problem-box mb-5">
          {words}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      <PlainTextField
        id="displayName"
        name="displayName"
        label={t('invitation.displayName')}
        autoComplete="name"
        defaultValue={name}
        required
        maxLength={80}
      />
      <NewPasswordField label={t('invitation.password')} />
      <Button type="submit" variant="primary">
        {t('invitation.accept')}
      </Button>
    </form>
  );
}

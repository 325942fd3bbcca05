import { useTranslations } from 'next-intl';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/domain/accounts/password-input';

/** A password that somebody chooses, in a form without a script. */
export function NewPasswordField({ label }: { label: string }) {
  const t = useTranslations('accounts.invitation');
  return (
    <PlainTextField
      id="password"
      name="password"
      type="password"
      label={label}
      hint={t('passwordHint')}
      autoComplete="new-password"
      required
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
    />
  );
}

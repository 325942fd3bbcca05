import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type SignOutFormProps = { token: string; to?: string; button?: ReactNode };

/** Ends the session in the database: the cookie that stays behind, or a copy of it, opens nothing any more. */
export function SignOutForm({ token, to = '/', button }: SignOutFormProps) {
  const t = useTranslations('accounts');
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="csrfToken" value={token} />
      <input type="hidden" name="callbackUrl" value={to} />
      {button ?? <button type="submit">{t('signOut')}</button>}
    </form>
  );
}

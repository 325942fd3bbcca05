import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/i18n/locales';

type ProviderWayProps = { name: string; callbackUrl: string; language: Locale };

/** The other way to sign in, where the portal has one: a link, which works without a script and keeps where she wanted to go. */
export function ProviderWay({ name, callbackUrl, language }: ProviderWayProps) {
  const t = useTranslations('accounts.signIn.provider');
  return (
    <div className="mt-6 border-rule border-t pt-6">
      <p className="mb-3 text-ink-2">{t('or')}</p>
      <ButtonLink href={`/api/auth/provider/start?${new URLSearchParams({ language, callbackUrl })}`} rel="nofollow">
        {t('go', { name })}
      </ButtonLink>
    </div>
  );
}

/** For whoever signed out of the portal and came by a provider: there she is still signed in, and may sign out too. */
export function LeftByProvider({ name, language }: { name: string; language: Locale }) {
  const t = useTranslations('accounts.signIn.provider');
  return (
    <div role="status" className="mb-5">
      <p className="mb-2 font-semibold text-rubber">{t('left')}</p>
      <p className="mb-3">{t('leftLead', { name })}</p>
      <ButtonLink href={`/api/auth/provider/leave?language=${language}`} rel="nofollow" compact>
        {t('leave', { name })}
      </ButtonLink>
    </div>
  );
}

/** For whoever signed out of both. */
export function LeftBoth({ name }: { name: string }) {
  const t = useTranslations('accounts.signIn.provider');
  return (
    <p role="status" className="mb-5 font-semibold text-rubber">
      {t('leftProvider', { name })}
    </p>
  );
}

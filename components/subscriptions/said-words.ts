import { useTranslations } from 'next-intl';

/** What the script of a part says of a tap, as it reads it from there. */
export function useSaid(more: Record<string, string> = {}): string {
  const t = useTranslations('subscriptions.said');
  return JSON.stringify({
    asking: t('asking'),
    following: t('following'),
    ended: t('ended'),
    denied: t('denied'),
    notAllowed: t('notAllowed'),
    offline: t('offline'),
    failed: t('failed'),
    noService: t('noService'),
    ...more,
  });
}

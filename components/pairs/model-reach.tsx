import { useTranslations } from 'next-intl';

/** How many women were reached from a model onward; says nothing where there is nobody yet. */
export function ModelReach({ count }: { count: number }) {
  const t = useTranslations('pairs.chains');
  return count > 0 ? <p className="mt-3">{t('modelReach', { count })}</p> : null;
}

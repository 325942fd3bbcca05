import { useTranslations } from 'next-intl';
import type { Reach } from '@/domain/pairs/chain';

/** How many women were reached from a model onward; says nothing where there is nobody yet. */
export function ModelReach({ reach: { women, beyond } }: { reach: Reach }) {
  const t = useTranslations('pairs.chains');
  return women > 0 ? <p className="mt-3">{t('modelReach', { count: women, beyond })}</p> : null;
}

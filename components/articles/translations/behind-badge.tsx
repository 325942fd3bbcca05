import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** English does not follow Vietnamese any more. */
export function BehindBadge() {
  const t = useTranslations('translations');
  return <Badge tone="waiting">{t('badge')}</Badge>;
}

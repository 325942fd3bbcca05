import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Day, daysBetween } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';

/** How long the two have not met, where that is a fortnight or more. */
export function QuietMark({ pair, today }: { pair: Pick<PairRow, 'quietSince'>; today: Day }) {
  const t = useTranslations('pairs.list');
  if (!pair.quietSince) return null;
  return (
    <Badge tone="waiting" icon="bell">
      {t('quiet', { days: daysBetween(pair.quietSince, today) })}
    </Badge>
  );
}

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { PairRow } from '@/domain/pairs/pair';

/** How a pair stands, in a word. One whose instructor left is called by that: it counts no more. */
export function PairState({ pair }: { pair: Pick<PairRow, 'state' | 'instructorLeft'> }) {
  const t = useTranslations('pairs.state');
  if (pair.state === 'ended') return <Badge tone="plain">{t('ended')}</Badge>;
  if (pair.instructorLeft) return <Badge tone="problem">{t('left')}</Badge>;
  return pair.state === 'live' ? (
    <Badge tone="done">{t('live')}</Badge>
  ) : (
    <Badge tone="waiting">{t('announced')}</Badge>
  );
}

import { useTranslations } from 'next-intl';
import type { PairRow } from '@/domain/pairs/pair';

/** "Phạm Thị Thảo kèm Võ Thị Sáu". */
export function PairName({ pair }: { pair: Pick<PairRow, 'instructor' | 'learner'> }) {
  const t = useTranslations('pairs.record');
  const erased = t('erased');
  return <>{t('title', { instructor: pair.instructor.name ?? erased, learner: pair.learner.name ?? erased })}</>;
}

import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { PairRow } from '@/domain/pairs/pair';

const tones = { announced: 'waiting', live: 'done', ended: 'plain', left: 'problem' } satisfies Record<
  string,
  BadgeTone
>;

/** How a pair stands, in a word. One whose instructor left is called by that: it counts no more. */
export function PairState({ pair }: { pair: Pick<PairRow, 'state' | 'instructorLeft'> }) {
  const t = useTranslations('pairs.state');
  const state = pair.instructorLeft && pair.state !== 'ended' ? 'left' : pair.state;
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

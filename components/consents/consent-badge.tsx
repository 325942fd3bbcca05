import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { ConsentState } from '@/domain/consents/consent';

const tones: Record<ConsentState, BadgeTone> = {
  given: 'done',
  refused: 'plain',
  withdrawn: 'plain',
  lapsed: 'waiting',
  'not-asked': 'information',
};

export function ConsentBadge({ state }: { state: ConsentState }) {
  const t = useTranslations('consents.state');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

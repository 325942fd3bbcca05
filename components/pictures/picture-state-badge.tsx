import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { PictureState } from '@/domain/pictures/library';

const TONES: Record<PictureState, BadgeTone> = {
  'being-sized': 'waiting',
  'words-missing': 'information',
  'faces-missing': 'information',
  withdrawn: 'problem',
  ready: 'done',
};

/** How far a picture is on its way into public. */
export function PictureStateBadge({ state }: { state: PictureState }) {
  const t = useTranslations('pictures.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

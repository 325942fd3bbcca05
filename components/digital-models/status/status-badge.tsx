import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { ModelStatus } from '@/domain/digital-models/status';

const tones: Record<ModelStatus, BadgeTone> = {
  planned: 'waiting',
  active: 'done',
  paused: 'information',
  ended: 'plain',
};

/** How a model stands, in a word. */
export function StatusBadge({ status }: { status: ModelStatus }) {
  const t = useTranslations('digital-models.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

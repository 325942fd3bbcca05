import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { SessionState } from '@/domain/trainings/session';

const tones: Record<SessionState, BadgeTone> = {
  proposed: 'waiting',
  approved: 'done',
  refused: 'problem',
  cancelled: 'plain',
  held: 'information',
};

/** The state of a session, in a word. */
export function SessionStateBadge({ state }: { state: SessionState }) {
  const t = useTranslations('trainings.state');
  return (
    <Badge tone={tones[state]} {...(state === 'held' ? { icon: 'check' as const } : {})}>
      {t(state)}
    </Badge>
  );
}

import { makeMemberCard } from '@/domain/member-cards/commands';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function memberCardsAttempts({ union }: AttemptStage): Attempts<'member-cards'> {
  return {
    'member-cards.make': async (viewer) =>
      done(await makeMemberCard(viewer, { personId: await makeMember(union.khuPho5) })),
  };
}

import { listMembers } from '@/domain/people/queries';
import type { AttemptStage, Attempts } from './attempt';

export function peopleAttempts({ union }: AttemptStage): Attempts<'people'> {
  return {
    'people.see': async (viewer) => (await listMembers(viewer, { unitId: union.khuPho5.id })).members.length > 0,
  };
}

import { countMemberRows } from '@/domain/exports/member-rows-queries';
import type { AttemptStage, Attempts } from '../attempt';

export function exportsAttempts({ union }: AttemptStage): Attempts<'exports'> {
  return {
    'exports.persons': async (viewer) => (await countMemberRows(viewer, { unitId: union.khuPho5.id })) > 0,
  };
}

import { findUnit } from '@/domain/units/queries';
import type { AttemptStage, Attempts } from './attempt';

export function unitsAttempts({ union }: AttemptStage): Attempts<'units'> {
  return {
    'units.see': async (viewer) => (await findUnit(viewer, union.khuPho5.id)) !== null,
  };
}

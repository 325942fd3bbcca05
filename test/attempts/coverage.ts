import { listCoverage } from '@/domain/coverage/queries';
import { today } from '@/domain/days/day';
import type { Attempts } from '../attempt';

export function coverageAttempts(): Attempts<'coverage'> {
  return {
    'coverage.see': async (viewer) => (await listCoverage(viewer, today())).length > 0,
  };
}

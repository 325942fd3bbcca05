import type { TrainingPart } from '@/components/trainings/planning/training-parts';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';

/** The pages about trainings that are hers to open. */
export const trainingParts = (viewer: Viewer): TrainingPart[] => [
  'sessions',
  'courses',
  ...(mayAnywhere(viewer, 'trainings.keep-venues') ? (['venues'] as const) : []),
  ...(mayAnywhere(viewer, 'enrolments.see-waits') ? (['topicWaits'] as const) : []),
  ...(mayAnywhere(viewer, 'trainings.propose') ? (['calls'] as const) : []),
  ...(mayAnywhere(viewer, 'outcomes.see-taught') ? (['taught'] as const) : []),
  ...(mayAnywhere(viewer, 'certificates.see') ? (['certificates'] as const) : []),
];

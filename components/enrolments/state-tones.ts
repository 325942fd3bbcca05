import type { BadgeTone } from '@/components/ui/badge';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';

export const stateTones: Record<EnrolmentState, BadgeTone> = {
  confirmed: 'done',
  waiting: 'waiting',
  offered: 'information',
  declined: 'plain',
  expired: 'problem',
  cancelled: 'plain',
  merged: 'plain',
};

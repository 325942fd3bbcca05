export const enrolmentStates = [
  'confirmed',
  'waiting',
  'offered',
  'declined',
  'expired',
  'cancelled',
  'merged',
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** States of a woman who has a seat or stands in line for one. */
export const liveStates = ['confirmed', 'offered', 'waiting'] as const satisfies EnrolmentState[];
export const isLive = (state: EnrolmentState) => (liveStates as readonly EnrolmentState[]).includes(state);

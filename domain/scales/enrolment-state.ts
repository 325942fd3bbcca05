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

/** No mark of hers says that she was there, as Prisma filters of which one holds: a mark that was taken back is none. */
const isNotThere = () => [
  { attendance: { is: null } },
  { attendance: { mark: null } },
  { attendance: { mark: 'absent' as const } },
];

/** Who waits for a seat: whoever is marked present sits in the hall, with a seat or without one, and waits no more (0018). */
export const stillWaits = () => ({ state: 'waiting' as const, OR: isNotThere() });

/** The enrolments of a session but those of who is there without a seat. */
export const unlessThere = () => ({ OR: [{ state: { not: 'waiting' as const } }, ...isNotThere()] });

/** Whether she is there without a seat: her line says that she waits, and her mark that she came. */
export const isThereUnseated = (state: EnrolmentState, attendance: { mark: string | null } | null): boolean =>
  state === 'waiting' && (attendance?.mark === 'present' || attendance?.mark === 'late');

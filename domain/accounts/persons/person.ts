/** Whose record an account is attached to; `unseen`: one that the viewer does not see, or that was erased. */
export type AccountPerson =
  | { kind: 'none' }
  | { kind: 'unseen' }
  | { kind: 'seen'; id: string; name: string; keeperName: string; toTeach: number };

/** Sessions to come that she is put on, decided or not, as a Prisma filter on who teaches. */
export const toTeach = (trainerId: string) => ({
  trainerId,
  state: { in: ['proposed' as const, 'approved' as const] },
  endsAt: { gt: new Date() },
});

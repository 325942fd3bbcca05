/** The next step with a session that somebody takes attendance of. */
export type TodayStep = 'take-along' | 'under-way' | 'mark' | 'report';

/** A session of today, or one that was and is not reported yet, with where it stands. */
export type TodaySession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  place: string;
  /** women with a seat, and how many of all were marked */
  seated: number;
  marked: number;
  step: TodayStep;
};

/** The list goes along before the class, women are marked in it, and it is reported afterwards. */
export function stepOf({ endsAt, marked }: { endsAt: Date; marked: number }, now: Date): TodayStep {
  if (now < endsAt) return marked === 0 ? 'take-along' : 'under-way';
  return marked === 0 ? 'mark' : 'report';
}

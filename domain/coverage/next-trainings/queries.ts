import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, today } from '@/domain/days/day';
import { compareWords } from '@/domain/order';
import { freeSlots } from '@/domain/trainings/booking/suggestion';
import { readFacts } from './fact-queries';
import { hallBeside, hallFor } from './hall-choice';
import type { Asked, CourseFacts, Lack, NextTraining, PlaceFacts } from './next-training';
import type { OfferedTraining } from './offered-training';
import { rankNext } from './ranking';
import { mayLookAhead } from './reach';
import { gainOf, type Replay, shareAfter } from './replay';
import { findReplay } from './replay-queries';
import { readThere } from './there-queries';
import { offerUnits, type UnmetUnit } from './unit-choice';
import { NOTICE_DAYS, WOMEN_A_UNIT } from './weights';

/** More than these are not weighed against each other at once. */
export const SHOWN = 6;

export type NextTrainings = {
  offered: OfferedTraining[];
  /** how many there are in all, and the commune after which the next page begins */
  count: number;
  after: string | null;
  silent: PlaceFacts[];
  /** what can be asked for */
  communes: PlaceFacts[];
  courses: readonly CourseFacts[];
  replay: Replay;
};

/**
 * Where a class should be held next within the viewer's communes, the most urgent first, six at a time; null where she plans
 * and looks after none. Of today: places, halls and trainers are those of now.
 */
export async function listNextTrainings(
  viewer: Viewer,
  asked: Omit<Asked, 'day'> & { after?: string | undefined },
): Promise<NextTrainings | null> {
  if (!mayLookAhead(viewer)) return null;
  const day = today();
  const [facts, replay] = await Promise.all([readFacts(viewer, day), findReplay(viewer, day)]);
  const { next, silent } = rankNext(facts, { ...asked, day });
  const from = next.findIndex(({ place }) => place.communeId === asked.after) + 1;
  const shown = next.slice(from, from + SHOWN);
  const there = await readThere(
    viewer,
    shown.map(({ place }) => place),
    [...new Set(shown.flatMap(({ trainer }) => trainer?.id ?? []))],
    day,
  );
  const byName = (one: { name: string }, other: { name: string }) => compareWords(one.name, other.name);
  return {
    offered: shown.map((each) => offer(viewer, each, there, replay, { ...asked, day })),
    count: next.length,
    after: from + SHOWN < next.length ? (shown.at(-1)?.place.communeId ?? null) : null,
    silent,
    communes: [...facts.places].sort(byName),
    courses: [...facts.courses].sort((one, other) => compareWords(one.title, other.title)),
    replay,
  };
}

type There = Awaited<ReturnType<typeof readThere>>;

function offer(
  viewer: Viewer,
  next: NextTraining,
  there: There,
  replay: Replay,
  { day, level }: Asked,
): OfferedTraining {
  const { communeId, code, path, waiting, planned } = next.place;
  const soon = planned.flatMap((each) => (each.courseId === next.course.id ? (each.subAssociationId ?? []) : []));
  const worth = ({ level }: UnmetUnit, lack: Lack) => Math.round(1000 * shareAfter({ level, lack }, replay));
  const all = (there.units.get(communeId) ?? []).filter((unit) => !level || unit.level === level);
  const units = offerUnits(all, { soon, worth }).map((unit) => ({
    ...unit,
    ticked: unit.ticked && next.course.forWomen,
  }));
  const ticked = units.filter((unit) => unit.ticked);
  const women =
    WOMEN_A_UNIT * ticked.length + (waiting.find(({ courseId }) => courseId === next.course.id)?.women ?? 0);
  const near = [communeId, ...ticked.map(({ subAssociationId }) => subAssociationId)];
  const hall = hallFor(there.halls.get(communeId) ?? [], women, near);
  const busy = there.busy.filter(({ who }) => who === hall?.id || who === next.trainer?.id);
  const [slot] = freeSlots({ from: addDays(day, NOTICE_DAYS), minutes: next.course.minutes, busy, now: startOf(day) });
  return {
    ...next,
    units,
    hall,
    beside: hall ? null : hallBeside(code, there.beside, women),
    slot: slot ?? null,
    seats: Math.max(1, Math.min(women, hall?.seats ?? women)),
    gain: gainOf(
      ticked.flatMap((unit) => (unit.lack ? [{ level: unit.level, lack: unit.lack }] : [])),
      replay,
    ),
    mayPropose: may(viewer, 'trainings.propose', path),
  };
}

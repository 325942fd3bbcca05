import { daysBetween } from '@/domain/days/day';
import { compareWords } from '@/domain/order';
import { coverageLevels } from '../coverage';
import {
  type Asked,
  type CourseFacts,
  type Facts,
  type LevelFacts,
  lacks,
  type NextTraining,
  type PlaceFacts,
  type Reason,
} from './next-training';
import { trainerFor } from './trainer-choice';
import * as weigh from './weights';

const DAYS_A_WEEK = 7;

/**
 * Where a class should be held next, the most urgent first, and the communes that are silent. From the facts and the asked day alone:
 * the same facts in another order give the same answer.
 */
export function rankNext(facts: Facts, asked: Asked): { next: NextTraining[]; silent: PlaceFacts[] } {
  const { communeIds = [] } = asked;
  const places = facts.places.filter(({ communeId }) => communeIds.length === 0 || communeIds.includes(communeId));
  const next = places.flatMap((place) => bestFor(place, facts, asked) ?? []);
  return { next: next.sort(byPoints), silent: places.filter(isSilent).sort(byName) };
}

/** Nothing is known of a silent commune: it declares first, and a class is not proposed for figures that nobody has. */
export const isSilent = ({ levels }: Pick<PlaceFacts, 'levels'>): boolean =>
  Object.values(levels).some(({ state }) => state === 'not_reported');

const byName = (one: PlaceFacts, other: PlaceFacts) =>
  compareWords(one.name, other.name) || compareWords(one.communeId, other.communeId);
const byPoints = (one: NextTraining, other: NextTraining) =>
  other.points - one.points || byName(one.place, other.place);

function bestFor(place: PlaceFacts, facts: Facts, asked: Asked): NextTraining | null {
  if (isSilent(place)) return null;
  const most = Math.max(0, ...facts.courses.map(({ teaches }) => teaches));
  const [best] = facts.courses
    .filter(({ id }) => !asked.courseId || id === asked.courseId)
    .filter(({ id }) => !place.planned.some((each) => each.courseId === id && each.subAssociationId === null))
    .flatMap((course) => nextOf(place, course, most, facts, asked) ?? [])
    .sort((one, other) => other.points - one.points || byCourse(one.course, other.course));
  return best ?? null;
}

const byCourse = (one: CourseFacts, other: CourseFacts) =>
  other.teaches - one.teaches || compareWords(one.code, other.code);

function nextOf(
  place: PlaceFacts,
  course: CourseFacts,
  most: number,
  { trainers }: Facts,
  asked: Asked,
): NextTraining | null {
  const { unmet, untied, units } = unmetOf(place, asked);
  // a union that marked no skill yet learns with any course for women
  const helps = course.forWomen ? (most === 0 ? 1 : course.teaches / most) : 0;
  const count = helps > 0 ? lacks.reduce((sum, lack) => sum + unmet[lack], 0) : 0;
  const women = place.waiting.find(({ courseId }) => courseId === course.id)?.women ?? 0;
  if (count === 0 && women < weigh.WAITING_MIN) return null;
  const trainer = trainerFor(place, trainers);
  const reasons = [
    ...(count > 0 ? unmetReasons(count, units, helps) : []),
    ...placeReasons(place, women, asked),
    ...(course.forWomen ? elderReasons(place) : []),
    ...(trainer ? [trainerReason(trainer)] : []),
  ];
  const points = Math.max(
    0,
    reasons.reduce((sum, reason) => sum + reason.points, 0),
  );
  return { place, course, trainer, unmet, untied, reasons, points };
}

/** The units of the asked levels, by what they lack. */
function unmetOf({ levels }: PlaceFacts, { level }: Asked) {
  const asked = coverageLevels.filter((each) => !level || each === level).flatMap((each) => levels[each] ?? []);
  const sum = (of: keyof LevelFacts) => asked.reduce((all, row) => all + Number(row[of]), 0);
  return {
    units: sum('units'),
    untied: sum('tie'),
    unmet: { family: sum('family'), pair: sum('pair'), both: sum('both') },
  };
}

const share = (part: number, whole: number) => Math.min(1, part / whole);

function unmetReasons(unmet: number, units: number, helps: number): Reason[] {
  return [
    { name: 'unmet', unmet, units, points: Math.round(weigh.UNMET_WEIGHT * share(unmet, units) * helps) },
    {
      name: 'filled',
      units: unmet,
      points: Math.round(weigh.FILLED_WEIGHT * share(unmet, weigh.UNITS_A_CLASS) * helps),
    },
  ];
}

function placeReasons({ lastHeld, remote, planned }: PlaceFacts, women: number, { day }: Asked): Reason[] {
  const weeks = lastHeld === null ? null : Math.max(0, Math.floor(daysBetween(lastHeld, day) / DAYS_A_WEEK));
  const quiet = share(weeks ?? weigh.QUIET_WEEKS, weigh.QUIET_WEEKS);
  const times = Math.min(weigh.PLANNED_TIMES_MAX, planned.length);
  return [
    ...(women > 0
      ? [
          {
            name: 'waiting' as const,
            women,
            points: Math.round(weigh.WAITING_WEIGHT * share(women, weigh.WAITING_FULL)),
          },
        ]
      : []),
    { name: 'quiet', weeks, points: Math.round(weigh.QUIET_WEIGHT * quiet) },
    ...(remote ? [{ name: 'remote' as const, points: weigh.REMOTE_WEIGHT }] : []),
    ...(times > 0
      ? [{ name: 'planned' as const, sessions: planned.length, points: -weigh.PLANNED_WEIGHT * times }]
      : []),
  ];
}

/** A count of women with a year of birth is told in tens, so their points are those of a ten. */
const elderReasons = ({ elders }: PlaceFacts): Reason[] =>
  elders === 0
    ? []
    : [{ name: 'elders', women: elders, points: Math.round(weigh.ELDERS_WEIGHT * share(elders, weigh.ELDERS_FULL)) }];

function trainerReason(trainer: NonNullable<NextTraining['trainer']>): Reason {
  const cost = trainer.minutes + weigh.MINUTES_A_SESSION * trainer.load;
  return {
    name: 'trainer',
    trainer,
    points: Math.round(weigh.TRAINER_WEIGHT * (1 - share(cost, weigh.MINUTES_MAX))),
  };
}

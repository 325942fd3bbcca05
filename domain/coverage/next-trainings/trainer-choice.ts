import { isWithin } from '@/domain/access/access';
import { byGivenName, compareWords } from '@/domain/order';
import { TRAVEL_MINUTES_MAX, travelMinutes } from '@/domain/trainings/booking/travel';
import { neighboursOf } from '@/domain/units/neighbour';
import type { OfferedTrainer, PlaceFacts, TrainerFacts } from './next-training';
import { BORDER_MINUTES, LOAD_MAX, MINUTES_A_SESSION } from './weights';

/** Who may teach in a commune and has time: the nearest, one more session counting as twenty minutes of way; null when there is nobody. */
export function trainerFor(place: PlaceFacts, trainers: readonly TrainerFacts[]): OfferedTrainer | null {
  const offered = trainers
    .filter(({ areas, load }) => load < LOAD_MAX && areas.some((area) => teachesIn(area, place.path)))
    .map(({ id, name, load, usual }) => ({ id, name, load, ...wayOf(usual, place) }));
  return offered.sort((one, other) => costOf(one) - costOf(other) || byWho(one, other))[0] ?? null;
}

/** Her role holds for the commune, for something above it, or for a part of it. */
const teachesIn = (area: string, commune: string) => isWithin(commune, area) || isWithin(area, commune);

const costOf = ({ load, minutes }: OfferedTrainer) => minutes + MINUTES_A_SESSION * load;

const byWho = (one: OfferedTrainer, other: OfferedTrainer) => byGivenName(one, other) || compareWords(one.id, other.id);

/** The shortest way from where she usually is: none within a commune she knows, a short one over a border. */
function wayOf(usual: TrainerFacts['usual'], to: PlaceFacts): Pick<OfferedTrainer, 'minutes' | 'borders'> {
  const near = neighboursOf(to.code);
  const ways = usual.map((from) => {
    if (from.communeId === to.communeId) return { minutes: 0, borders: false };
    const minutes = travelMinutes(from.place, to.place) ?? TRAVEL_MINUTES_MAX;
    return near.includes(from.code)
      ? { minutes: Math.min(BORDER_MINUTES, minutes), borders: true }
      : { minutes, borders: false };
  });
  return ways.sort((one, other) => one.minutes - other.minutes)[0] ?? { minutes: TRAVEL_MINUTES_MAX, borders: false };
}

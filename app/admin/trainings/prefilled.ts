import { oneOf } from '@/app/address';
import type { FormChoices } from '@/domain/trainings/form-queries';
import { type SessionValues, valuesOf } from '@/domain/trainings/plan';
import type { SessionRecord } from '@/domain/trainings/session-view';

type Query = Record<string, string | string[] | undefined>;

const TEXT_MAX = 1000;
const TRAINERS_MAX = 20;
const fields = [
  'courseId',
  'unitId',
  'venueId',
  'day',
  'endDay',
  'allDay',
  'from',
  'to',
  'seats',
  'mode',
  'audience',
  'language',
  'onlineUrl',
  'notes',
] as const;

/** The fields of a session that an address brings along: from a course, a call, or a suggestion of another time. */
export function prefilled(query: Query): Partial<SessionValues> {
  const found = fields.flatMap((field) => {
    const text = oneOf(query[field]);
    return text ? [[field, text.slice(0, TEXT_MAX)] as const] : [];
  });
  const trainers = [query['trainerIds[]'] ?? query.trainerIds ?? []].flat().flatMap((each) => each.split('\n'));
  return {
    ...Object.fromEntries(found),
    ...(trainers.length > 0 ? { trainerIds: trainers.slice(0, TRAINERS_MAX) } : {}),
  };
}

/** The values without the hall and trainers of another commune than the one that the form is drawn for. */
export function offered(
  { venueId, trainerIds, ...values }: Partial<SessionValues>,
  { venues, trainers }: FormChoices,
): Partial<SessionValues> {
  const among = (rows: readonly { id: string }[], id: string | undefined) =>
    id !== undefined && rows.some((row) => row.id === id);
  const taught = trainerIds?.filter((id) => among(trainers, id)) ?? [];
  return {
    ...values,
    ...(venueId && among(venues, venueId) ? { venueId } : {}),
    ...(taught.length > 0 ? { trainerIds: taught } : {}),
  };
}

/** The same as an address holds it: several trainers in one field, a line each. */
export const asText = ({ trainerIds, ...values }: Partial<SessionValues>): Record<string, string> => ({
  ...values,
  ...(trainerIds?.length ? { trainerIds: trainerIds.join('\n') } : {}),
});

/** A session as the fields of its form hold it. */
export const asItStands = (session: SessionRecord): Partial<SessionValues> =>
  valuesOf(
    { ...session, unitId: session.unit.id, venueId: session.venue?.id ?? null },
    session.trainers.map(({ id }) => id),
  );

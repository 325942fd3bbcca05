import { may, placedBelow } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { findUnitToUse } from '@/domain/units/queries';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type AskInput, lockRequestsOf, OPEN_REQUESTS_MAX, openSince } from './request';

export type AskProblem =
  | 'not-found'
  | 'not-allowed'
  | 'ask-level'
  | 'sought-too-little'
  | 'own-reach'
  | 'too-many-open';

type Asking = { toUnitId: string; communeId: string | null };

/**
 * Asks those who keep a woman's record to let her move, join or be merged. She is sought blind: the answer is the same whether or
 * not there is such a record, unless the asker keeps it herself (`own-reach`).
 */
export async function askFor(viewer: Viewer, input: AskInput): Promise<Result<{ asked: true }, AskProblem>> {
  const place = await placeOf(viewer, input);
  if (!place.ok) return place;
  if (!input.birthYear && !input.phone) return problem('sought-too-little');
  const found = await match(input);
  const own = await db.person.count({
    where: { id: found ?? place.value.toUnitId, ...personsKeptWithin(viewer, 'merging.ask') },
  });
  if (own > 0) return problem('own-reach');
  try {
    return await transaction((tx) => ask(tx, viewer, input, place.value, found));
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'one_open_search' || rule === 'one_open_request') return ok({ asked: true });
    throw error;
  }
}

/** The unit where she would belong; for a merger the unit that keeps the own record. */
async function placeOf(
  viewer: Viewer,
  { purpose, toUnitId, ownPersonId }: AskInput,
): Promise<Result<Asking, AskProblem>> {
  const kept =
    purpose === 'merge' && ownPersonId
      ? await db.person.findFirst({
          where: { id: ownPersonId, ...personsKeptWithin(viewer, 'people.see') },
          select: { keeperUnitId: true },
        })
      : null;
  const unit = await findUnitToUse(
    viewer,
    kept?.keeperUnitId ?? (purpose === 'merge' ? '' : (toUnitId ?? '')),
    'people.see',
  );
  if (!unit) return problem('not-found');
  if (!may(viewer, 'merging.ask', unit.path)) return problem('not-allowed');
  if (!kept && unit.level !== 'sub_association' && unit.level !== 'group') return problem('ask-level');
  return ok({ toUnitId: unit.id, communeId: unit.communeId });
}

/** The one record with exactly these facts; of two that match neither is meant. */
async function match({ name, birthYear, phone, ownPersonId }: AskInput): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM person WHERE app.name_key(full_name) = app.name_key(${name})
      AND merged_into_id IS NULL AND erased_on IS NULL AND id IS DISTINCT FROM ${ownPersonId ?? null}::uuid
      AND (${birthYear ?? null}::smallint IS NULL OR birth_year = ${birthYear ?? null}::smallint)
      AND (${phone ?? null}::text IS NULL OR phone_print = app.phone_print(${phone ?? null}::text)) LIMIT 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

type Standing = { id: string; isSame: boolean; isHers: boolean; isOpen: boolean };

async function ask(
  tx: Transaction,
  viewer: Viewer,
  input: AskInput,
  { toUnitId, communeId }: Asking,
  found: string | null,
) {
  // requests of one commune one after the other: so the count is true, and asking twice at once is asking once
  await lockRequestsOf(tx, communeId ?? toUnitId);
  const standing = await standingRequests(tx, input, toUnitId, found);
  if (standing.some(({ isSame, isOpen }) => isSame && isOpen)) return ok({ asked: true as const });
  if ((await countOpen(tx, communeId, toUnitId)) >= OPEN_REQUESTS_MAX)
    return problem('too-many-open', { count: String(OPEN_REQUESTS_MAX) });
  await tx.personRequest.updateMany({
    where: { id: { in: standing.filter(({ isOpen }) => !isOpen).map(({ id }) => id) } },
    data: { closedAt: new Date() },
  });
  const twin = standing.find(({ isHers, isOpen }) => isHers && isOpen);
  const { id } = await tx.personRequest.create({
    data: {
      toUnitId,
      purpose: input.purpose,
      soughtName: input.name,
      askedById: viewer.accountId,
      soughtBirthYear: input.birthYear ?? null,
      soughtPhone: input.phone ?? null,
      ownPersonId: input.purpose === 'merge' ? (input.ownPersonId ?? null) : null,
      personId: twin ? null : found,
      sameAsId: twin?.id ?? null,
    },
    select: { id: true },
  });
  await record(tx, viewer, {
    verb: 'created',
    action: 'askFor',
    subjectType: 'request',
    subjectId: id,
    unitId: toUnitId,
    change: { purpose: input.purpose },
  });
  return ok({ asked: true as const });
}

/** Unanswered requests of this unit for the same search, or for the record that was found. */
const standingRequests = (tx: Transaction, input: AskInput, toUnitId: string, found: string | null) =>
  tx.$queryRaw<Standing[]>`
    SELECT id, "isSame", "isHers", "isOpen" FROM (
      SELECT id::text, person_id IS NOT DISTINCT FROM ${found}::uuid AND person_id IS NOT NULL AS "isHers", asked_at >= ${openSince()} AS "isOpen",
        app.name_key(sought_name) = app.name_key(${input.name}) AND sought_birth_year IS NOT DISTINCT FROM ${input.birthYear ?? null}::smallint
          AND sought_phone IS NOT DISTINCT FROM ${input.phone ?? null}::text AS "isSame"
      FROM person_request WHERE to_unit_id = ${toUnitId}::uuid AND purpose = ${input.purpose} AND answer IS NULL AND closed_at IS NULL) r
    WHERE "isSame" OR "isHers"`;

const countOpen = (tx: Transaction, communeId: string | null, toUnitId: string) =>
  tx.personRequest.count({
    where: {
      answer: null,
      closedAt: null,
      askedAt: { gte: openSince() },
      toUnit: communeId ? placedBelow({ communeId }) : { id: toUnitId },
    },
  });

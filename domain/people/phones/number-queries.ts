import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import type { UnveiledPhone } from './phone';

type Numbered = { id: string; phone: UnveiledPhone };

/**
 * Whole numbers of persons, for an entry of the trail that is kept (`unveilPhones`). The database looks itself whom its account reaches
 * (0246): a woman who is not among them has none, or is not hers to see.
 */
export async function numbersOf(
  viewer: Viewer,
  entryId: string,
  personIds: readonly string[],
): Promise<Map<string, UnveiledPhone>> {
  const rows = await db.$queryRaw<Numbered[]>`
    SELECT n.person_id::text AS id, n.phone FROM app.numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${[...personIds]}::uuid[]) n`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** The same of who takes part in sessions: the number of her sign-up, else that on her record. By the ids of enrolments. */
export async function participantNumbersOf(
  viewer: Viewer,
  entryId: string,
  enrolmentIds: readonly string[],
): Promise<Map<string, UnveiledPhone>> {
  const rows = await db.$queryRaw<Numbered[]>`
    SELECT n.enrolment_id::text AS id, n.phone FROM app.participant_numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${[...enrolmentIds]}::uuid[]) n`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** The numbers in what is handed to a woman of her own data, by the ids of her records, sign-ups and wishes. */
export async function ownNumbersOf(viewer: Viewer, entryId: string): Promise<Map<string, UnveiledPhone>> {
  const rows = await db.$queryRaw<Numbered[]>`
    SELECT n.row_id::text AS id, n.phone FROM app.own_numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid) n`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** The numbers that messages go to, by the ids of the messages, for the entries of the trail of the women who are told. */
export async function messageNumbersOf(
  viewer: Viewer,
  entryIds: readonly string[],
  messageIds: readonly string[],
): Promise<Map<string, UnveiledPhone>> {
  const rows = await db.$queryRaw<Numbered[]>`
    SELECT n.message_id::text AS id, n.phone FROM app.message_numbers_of(${viewer.accountId}::uuid, ${[...entryIds]}::uuid[], ${[...messageIds]}::uuid[]) n`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

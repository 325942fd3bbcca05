import type { Viewer } from '@/domain/access/viewer';
import type { Opening } from '@/domain/audit-draft';
import { db } from '@/prisma/client';
import type { UnveiledPhone } from './phone';

type Numbered = { id: string; phone: UnveiledPhone };
const byId = (rows: readonly Numbered[]) => new Map(rows.map(({ id, phone }) => [id, phone]));

/**
 * Says which rows are read next by an opening that is for many, in a transaction of its own (0270). Answers with how many: no more than are
 * left of those that its entry says.
 */
export async function askRows({ entryId, key }: Opening, rowIds: readonly string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ asked: number | null }[]>`
    SELECT app.ask_rows(${entryId}::uuid, ${key}::bytea, ${[...rowIds]}::uuid[]) AS asked`;
  return row?.asked ?? 0;
}

/**
 * Whole numbers of the persons whom an opening asks for (`unveilPhones`, `askRows`), once. The database looks itself whom its account reaches
 * (0246): a woman who is not among them has none, or is not hers to see.
 */
export async function numbersOf(viewer: Viewer, { entryId, key }: Opening): Promise<Map<string, UnveiledPhone>> {
  return byId(
    await db.$queryRaw<Numbered[]>`
      SELECT n.person_id::text AS id, n.phone FROM app.numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${key}::bytea) n`,
  );
}

/** The same of who takes part in sessions: the number of her sign-up, else that on her record. By the ids of enrolments. */
export async function participantNumbersOf(
  viewer: Viewer,
  { entryId, key }: Opening,
): Promise<Map<string, UnveiledPhone>> {
  return byId(
    await db.$queryRaw<Numbered[]>`
      SELECT n.enrolment_id::text AS id, n.phone FROM app.participant_numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${key}::bytea) n`,
  );
}

/** The numbers in what is handed to a woman of her own data, by the ids of her records, sign-ups and wishes. */
export async function ownNumbersOf(viewer: Viewer, { entryId, key }: Opening): Promise<Map<string, UnveiledPhone>> {
  return byId(
    await db.$queryRaw<Numbered[]>`
      SELECT n.row_id::text AS id, n.phone FROM app.own_numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${key}::bytea) n`,
  );
}

/** The numbers that messages go to, by the ids of the messages, for the entries of the trail of the women who are told. */
export async function messageNumbersOf(
  viewer: Viewer,
  { entryIds, key }: { entryIds: readonly string[]; key: Opening['key'] },
): Promise<Map<string, UnveiledPhone>> {
  return byId(
    await db.$queryRaw<Numbered[]>`
      SELECT n.message_id::text AS id, n.phone FROM app.message_numbers_of(${viewer.accountId}::uuid, ${[...entryIds]}::uuid[], ${key}::bytea) n`,
  );
}

/** The numbers in what a woman reads of her own data by her card, by the same ids: the database looks whether its ten minutes last. */
export async function numbersByCard(token: string): Promise<Map<string, UnveiledPhone>> {
  const rows = await db.$queryRaw<
    Numbered[]
  >`SELECT n.row_id::text AS id, n.phone FROM app.numbers_by_card(${token}) n`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import { addDays, type Day, dayOf, fromDate, toDate, today } from '@/domain/days/day';
import type { PictureUse } from '@/domain/pictures/library';
import type { Transaction } from '@/prisma/transaction';
import { answeredAt, type ConsentAnswer, type ConsentPerson, standingConsent, type TakeConsentInput } from './consent';

const ANSWERS_MAX = 500;

/** One answer as it is written down. */
type Answer = Omit<TakeConsentInput, 'personId' | 'answer' | 'uses' | 'lastDay'> & {
  answer: ConsentAnswer;
  use?: PictureUse | null;
  /** the last day on which it holds */
  lastDay?: Day | undefined;
};

/** Of an answer and a sealing, or of one sheet sent twice at once, the second sees the first. */
export const lockRecord = (tx: Transaction, personId: string) =>
  tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;

/**
 * The answers that are not on record word for word: one sent twice is said once. One of today that was followed by
 * another is said anew.
 */
export async function unrepeated(tx: Transaction, personId: string, answers: readonly Answer[]): Promise<Answer[]> {
  const records = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM app.records_of(${personId}::uuid)`;
  const rows = await tx.consent.findMany({
    where: { personId: { in: records.map(({ id }) => id) }, purpose: { in: answers.map(({ purpose }) => purpose) } },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    select: answeredSelect,
    take: ANSWERS_MAX,
  });
  const known = rows.map(({ until, ...row }) => ({ ...row, until: until && fromDate(until) }));
  return answers.filter((said) => {
    const same = (row: (typeof known)[number]) =>
      row.purpose === said.purpose &&
      row.pictureId === (said.pictureId ?? null) &&
      row.use === (said.use ?? null) &&
      row.until === untilOf(said) &&
      row.textId === said.textId &&
      row.answer === said.answer &&
      row.channel === said.channel &&
      dayOf(row.answeredAt) === said.day;
    if (said.day < today()) return !known.some(same);
    const standing = standingConsent(known, said.purpose, { pictureId: said.pictureId ?? null, use: said.use ?? null });
    return !(standing && same(standing));
  });
}

/** The first day on which it no longer holds. */
const untilOf = ({ lastDay }: Answer) => (lastDay ? addDays(lastDay, 1) : null);

const answeredSelect = {
  purpose: true,
  pictureId: true,
  use: true,
  textId: true,
  answer: true,
  channel: true,
  answeredAt: true,
  until: true,
} as const;

/** Writes answers of one person, each with its line in the trail; without a viewer it is she herself who answers. */
export async function insertAnswers(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  person: Pick<ConsentPerson, 'id' | 'keeperUnitId'>,
  action: 'takeConsent' | 'withdrawConsent' | 'withdrawByMemberCard',
  answers: readonly Answer[],
) {
  if (answers.length === 0) return;
  const personId = person.id;
  await tx.consent.createMany({
    data: answers.map(({ day, lastDay, ...answer }) => ({
      personId,
      ...answer,
      pictureId: answer.pictureId ?? null,
      until: lastDay ? toDate(addDays(lastDay, 1)) : null,
      answeredAt: answeredAt(day, answer.answer),
      takenById: viewer?.accountId ?? null,
    })),
  });
  await recordAll(
    tx,
    viewer,
    answers.map(({ purpose, answer, channel, day, pictureId = null, use = null, lastDay = null }) => ({
      verb: action === 'takeConsent' ? 'created' : 'ended',
      action,
      subjectType: 'person',
      subjectId: personId,
      unitId: person.keeperUnitId,
      change: { purpose, answer, channel, day, pictureId, ...(use && { use }), ...((use || lastDay) && { lastDay }) },
    })),
  );
}

/** Notes once that she can be recognised in a picture, whichever of her records says so. The picture is held: of this and of taking her off the second sees the first. */
export async function nameInPicture(tx: Transaction, personId: string, pictureId: string): Promise<void> {
  await holdPicture(tx, pictureId);
  await tx.$executeRaw`
  INSERT INTO media_person (asset_id, person_id) SELECT ${pictureId}::uuid, ${personId}::uuid
  WHERE NOT EXISTS (SELECT FROM media_person WHERE asset_id = ${pictureId}::uuid AND person_id IN (SELECT id FROM app.records_of(${personId}::uuid)))`;
}

/** Of two who say who is in a picture the second waits for the first. */
export const holdPicture = (tx: Transaction, pictureId: string) =>
  tx.$executeRaw`SELECT FROM media_asset WHERE id = ${pictureId}::uuid FOR NO KEY UPDATE`;

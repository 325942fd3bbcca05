import type { Permission } from '@/domain/access/permissions';
import type { Viewer, ViewerHerself } from '@/domain/access/viewer';
import { fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsKeptWithin, personsWithin } from '@/domain/people/person';
import type { PictureUse } from '@/domain/pictures/library';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  type ConsentPerson,
  type ConsentPurpose,
  type ConsentRow,
  consentPurposes,
  consentState,
  type PurposeConsents,
  standingConsent,
} from './consent';
import { standingForPicture, standingForUse } from './picture';
import { recordsOf } from './records';

/** The portal, or a transaction. */
type Rows = Pick<Transaction, '$queryRaw' | 'consent'>;

const ANSWERS_MAX = 500;
const TEXTS_MAX = 100;

const KEPT_ONLY: readonly Permission[] = ['sensitive.see', 'sensitive.record', 'own-data.export', 'own-data.erase'];

/**
 * A person of whom the viewer may do this, or null when there is none: an erased or merged record, and for sensitive
 * fields and her own data also one that another unit keeps.
 */
export async function findConsentPerson(
  viewer: Viewer,
  personId: string,
  permission: Permission = 'consents.see',
): Promise<ConsentPerson | null> {
  if (!isId(personId)) return null;
  const within = KEPT_ONLY.includes(permission) ? personsKeptWithin : personsWithin;
  const row = await db.person.findFirst({
    where: { AND: [{ id: personId }, within(viewer, permission)] },
    select: {
      id: true,
      fullName: true,
      keeperUnitId: true,
      demo: true,
      version: true,
    },
  });
  if (!row) return null;
  const { fullName, ...rest } = row;
  return { ...rest, name: fullName ?? '' };
}

/** Her record and those merged into it; none when the viewer may not see her consents. */
export async function listRecords(viewer: Viewer, personId: string): Promise<string[]> {
  const [her, records] = await Promise.all([findConsentPerson(viewer, personId), recordsOf(db, personId)]);
  return her ? records : [];
}

/** Every answer of a person, newest first, with its wording; null when the viewer may not see her consents. */
export async function listAnswers(viewer: Viewer, personId: string): Promise<ConsentRow[] | null> {
  const records = await listRecords(viewer, personId);
  return records.length === 0 ? null : answersOf(records);
}

/** The same of the woman herself, who asks with no account; a transaction that holds her record asks over its own connection. */
export const listOwnAnswers = async (viewer: ViewerHerself, rows: Rows = db): Promise<ConsentRow[]> =>
  answersOf(await recordsOf(rows, viewer.personId), rows);

/** The answers, purpose by purpose, of the woman herself. */
export async function listConsentsOfHerself(viewer: ViewerHerself): Promise<PurposeConsents[]> {
  const [answers, texts] = await Promise.all([listOwnAnswers(viewer), newestTexts(viewer)]);
  return byPurpose(answers, texts);
}

async function answersOf(records: string[], from: Rows = db): Promise<ConsentRow[]> {
  const rows = await from.consent.findMany({
    where: { personId: { in: records } },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      purpose: true,
      answer: true,
      channel: true,
      answeredAt: true,
      until: true,
      pictureId: true,
      use: true,
      takenBy: { select: { displayName: true } },
      text: { select: { edition: true, locale: true, body: true } },
    },
    take: ANSWERS_MAX,
  });
  return rows.map(({ until, takenBy, ...row }) => ({
    ...row,
    until: until && fromDate(until),
    takenBy: takenBy?.displayName ?? null,
  }));
}

/** A person's answers, purpose by purpose, with the wording to ask with; null when the viewer may not see them. */
export async function listConsents(viewer: Viewer, personId: string): Promise<PurposeConsents[] | null> {
  const [answers, texts] = await Promise.all([listAnswers(viewer, personId), newestTexts(viewer)]);
  return answers && byPurpose(answers, texts);
}

const byPurpose = (answers: readonly ConsentRow[], texts: Awaited<ReturnType<typeof newestTexts>>): PurposeConsents[] =>
  consentPurposes.map((purpose) => {
    const standing = standingConsent(answers, purpose);
    return {
      purpose,
      standing,
      state: consentState(standing),
      text: texts.get(purpose) ?? null,
      history: answers.filter((row) => row.purpose === purpose && row.pictureId === null),
    };
  });

/**
 * The answer that holds for a purpose, one picture or one use of it, records merged into her among them; `consentState` says what it
 * allows. Null when she was not asked, or the viewer may not see her consents.
 */
export async function findStandingConsent(
  viewer: Viewer,
  personId: string,
  {
    purpose,
    pictureId,
    use,
  }: { purpose: ConsentPurpose; pictureId?: string | undefined; use?: PictureUse | undefined },
): Promise<ConsentRow | null> {
  const answers = await listAnswers(viewer, personId);
  if (!answers) return null;
  if (!pictureId) return standingConsent(answers, purpose);
  return use ? standingForUse(answers, pictureId, use) : standingForPicture(answers, pictureId);
}

/** The newest wording to ask with in the viewer's language; null where a purpose has none in it. */
export const findConsentText = async (
  viewer: Pick<Viewer, 'locale'>,
  purpose: ConsentPurpose,
): Promise<PurposeConsents['text']> => (await newestTexts(viewer)).get(purpose) ?? null;

/** The newest wording of each purpose in the viewer's language. */
async function newestTexts({ locale }: Pick<Viewer, 'locale'>) {
  const rows = await db.consentText.findMany({
    where: { locale },
    orderBy: { edition: 'asc' },
    select: { id: true, purpose: true, edition: true, body: true },
    take: TEXTS_MAX,
  });
  return new Map(rows.map(({ purpose, ...text }) => [purpose, text]));
}

import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import type { PictureUse } from '@/domain/pictures/library';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { insertAnswers, lockRecord, nameInPicture, unrepeated } from './answer-writes';
import {
  answeredAt,
  type ConsentPurpose,
  consentPurposes,
  consentState,
  mayEnd,
  type TakeConsentInput,
  type TakeConsentsInput,
  type WithdrawConsentInput,
} from './consent';
import { findConsentPerson, findStandingConsent } from './consent-queries';
import { findAskedPicture } from './picture-queries';

export type ConsentProblem =
  | 'not-found'
  | 'day-ahead'
  | 'day-too-old'
  | 'text-replaced'
  | 'nothing-to-withdraw'
  | 'last-day-over';

/** An answer on paper is brought in within this time. */
const BACK_DAYS_MAX = 366;
const TEXTS_MAX = 100;

/**
 * Records a woman's answer to the newest wording of a purpose. Answers are only added, and the later one holds. The
 * database deletes what was sealed on a "no", or takes the picture off its address.
 */
export async function takeConsent(
  viewer: Viewer,
  { personId, channel, day, asked, uses = [], lastDay, ...whole }: TakeConsentInput,
): Promise<Result<Taken, ConsentProblem>> {
  const sheet = { personId, channel, day };
  const given = whole.answer === 'given';
  const ofUses = given && whole.pictureId ? uses : [];
  const last = given && (ofUses.length > 0 || mayEnd(whole.purpose)) ? lastDay : undefined;
  if (last && last < today()) return problem('last-day-over');
  // a no to the picture is a no to each use of it
  if (ofUses.length === 0) return takeAnswers(viewer, sheet, [{ ...whole, lastDay: last }]);
  const each = (asked ?? ofUses).map((use) =>
    ofUses.includes(use) ? { ...whole, use, lastDay: last } : { ...whole, use, answer: 'refused' as const },
  );
  // whoever lets a picture be shown lets it be kept
  return takeAnswers(viewer, sheet, [whole, ...each]);
}

/** Records a whole sheet: one day, one way, an answer to each purpose that was asked. All of them are kept, or none. */
export async function takeConsents(
  viewer: Viewer,
  { personId, channel, day, text, answer, lastDay = {} }: TakeConsentsInput,
): Promise<Result<Taken, ConsentProblem>> {
  const asked = consentPurposes.flatMap((purpose) => {
    const said = answer[purpose];
    const last = said === 'given' && mayEnd(purpose) ? lastDay[purpose] : undefined;
    return said ? [{ purpose, answer: said, textId: text[purpose] ?? '', lastDay: last }] : [];
  });
  if (asked.some((each) => each.lastDay && each.lastDay < today())) return problem('last-day-over');
  return takeAnswers(viewer, { personId, channel, day }, asked);
}

type Taken = { personId: string };
type ConsentSheet = Pick<TakeConsentInput, 'personId' | 'channel' | 'day'>;
type Asked = Pick<TakeConsentInput, 'purpose' | 'pictureId' | 'textId' | 'answer'> & {
  use?: PictureUse;
  lastDay?: Day | undefined;
};

async function takeAnswers(
  viewer: Viewer,
  { personId, channel, day }: ConsentSheet,
  asked: readonly Asked[],
): Promise<Result<Taken, ConsentProblem>> {
  const person = await findConsentPerson(viewer, personId, 'consents.record');
  if (!person) return problem('not-found');
  const pictured = asked.find(({ pictureId }) => pictureId);
  const refused = refusalOfDay(day) ?? (pictured ? await refusalOfPicture(viewer, pictured) : null);
  if (refused) return refused;
  return transaction(async (tx) => {
    const replaced = await refusalOfTexts(tx, asked);
    if (replaced) return replaced;
    const answers = asked.map((each) => ({ ...each, channel, day }));
    await lockRecord(tx, person.id);
    // asked for one picture, she is named as somebody who can be recognised in it
    if (pictured?.pictureId) await nameInPicture(tx, person.id, pictured.pictureId);
    await insertAnswers(tx, viewer, person, 'takeConsent', await unrepeated(tx, person.id, answers));
    return ok({ personId: person.id });
  });
}

/** Withdraws a consent that stands, at any time, by any way she says it. It keeps the wording it was given with. */
export async function withdrawConsent(
  viewer: Viewer,
  input: WithdrawConsentInput,
): Promise<Result<{ personId: string }, ConsentProblem>> {
  const person = await findConsentPerson(viewer, input.personId, 'consents.record');
  if (!person) return problem('not-found');
  const refused = refusalOfDay(input.day) ?? (await refusalOfPicture(viewer, input));
  if (refused) return refused;
  const standing = await findStandingConsent(viewer, person.id, input);
  if (!standing || consentState(standing) !== 'given') return problem('nothing-to-withdraw');
  const at = answeredAt(input.day, 'withdrawn');
  if (at < standing.answeredAt) return problem('nothing-to-withdraw');
  return transaction(async (tx) => {
    const { textId } = await tx.consent.findUniqueOrThrow({ where: { id: standing.id }, select: { textId: true } });
    const { purpose, pictureId, use = null, channel, day } = input;
    await lockRecord(tx, person.id);
    if (pictureId) await nameInPicture(tx, person.id, pictureId);
    const answer = { purpose, pictureId, use, channel, day, textId, answer: 'withdrawn' } as const;
    await insertAnswers(tx, viewer, person, 'withdrawConsent', [answer]);
    return ok({ personId: person.id });
  });
}

/** A picture is asked about where the viewer may see what it belongs to. */
async function refusalOfPicture(
  viewer: Viewer,
  { purpose, pictureId }: Pick<TakeConsentInput, 'purpose' | 'pictureId'>,
) {
  if (!pictureId) return null;
  return purpose === 'image' && (await findAskedPicture(viewer, pictureId)) ? null : problem('not-found');
}

function refusalOfDay(day: WithdrawConsentInput['day']) {
  if (day > today()) return problem('day-ahead');
  const first = addDays(today(), -BACK_DAYS_MAX);
  return day < first ? problem('day-too-old', { day: first }) : null;
}

/** Each purpose is asked with a wording of its own, of which there is no newer edition in its language. */
async function refusalOfTexts(tx: Transaction, asked: readonly Asked[]) {
  const texts = await tx.consentText.findMany({
    where: { purpose: { in: asked.map(({ purpose }) => purpose) } },
    select: { id: true, purpose: true, locale: true, edition: true },
    take: TEXTS_MAX,
  });
  const replaced: ConsentPurpose[] = [];
  for (const { purpose, textId } of asked) {
    const text = texts.find(({ id }) => id === textId);
    if (text?.purpose !== purpose) return problem('not-found');
    const newer = (other: typeof text) =>
      other.purpose === purpose && other.locale === text.locale && other.edition > text.edition;
    if (texts.some(newer)) replaced.push(purpose);
  }
  return replaced.length > 0 ? problem('text-replaced', { purposes: replaced.join(' ') }) : null;
}

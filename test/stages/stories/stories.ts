import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput, EditInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { chooseSubjectPerson, sayNaming } from '@/domain/articles/subject-person/subject-person-commands';
import { findSubjectPerson } from '@/domain/articles/subject-person/subject-person-queries';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { bringOut, drafted, versionOf, writing } from '../articles';

/** Stories on a woman for tests, with what she answers to being named, by the forms' own commands. */
type When = { day?: Day; lastDay?: Day };
const asked = { purpose: 'name_in_story', channel: 'paper' } as const;

export async function answers(viewer: Viewer, personId: string, answer: 'given' | 'refused', when: When = {}) {
  const textId = (await createConsentText(db, 'name_in_story')).id;
  const taken = await takeConsent(viewer, { ...asked, personId, textId, answer, day: today(), ...when });
  if (!taken.ok) throw new Error(taken.problem);
}

export async function takesBack(viewer: Viewer, personId: string) {
  const withdrawn = await withdrawConsent(viewer, { ...asked, personId, day: today() });
  if (!withdrawn.ok) throw new Error(withdrawn.problem);
}

/** A yes that holds until a day, which is the first on which it does not. */
export async function agreesUntil(personId: string, until: Day) {
  await createConsentText(db, 'name_in_story');
  await createConsent(db, { id: personId }, 'name_in_story', { until, at: new Date().toISOString() });
}

/** The form that chooses a woman, as it was just opened. */
export const choosing = async (viewer: Viewer, articleId: string, personId: string) => ({
  articleId,
  personId,
  version: (await findSubjectPerson(viewer, articleId))?.version ?? 0,
});

export async function tellsOf(viewer: Viewer, articleId: string, personId: string): Promise<string> {
  const chosen = await chooseSubjectPerson(viewer, await choosing(viewer, articleId, personId));
  if (!chosen.ok) throw new Error(chosen.problem);
  return articleId;
}

/** A draft that tells of her. */
export const draftedOn = async (viewer: Viewer, personId: string, input: DraftInput) =>
  tellsOf(viewer, await drafted(viewer, input), personId);

/** A story of a woman who has agreed, in both languages before readers. */
export async function publishedOn(viewer: Viewer, personId: string, input: DraftInput): Promise<string> {
  await answers(viewer, personId, 'given');
  const articleId = await draftedOn(viewer, personId, input);
  await bringOut(viewer, articleId);
  return articleId;
}

/** Writes other words in what is being written, by the form as it was opened, or at the version that is said. */
export async function rewrite(viewer: Viewer, articleId: string, change: Partial<EditInput> = {}): Promise<string> {
  const { kind: _kind, unitId: _unit, ...words } = writing({ id: articleId });
  const version = await versionOf(viewer, articleId);
  const result = await editArticle(viewer, { ...words, articleId, version, ...change });
  return result.ok ? 'saved' : result.problem;
}

export async function begin(viewer: Viewer, articleId: string): Promise<void> {
  const begun = await beginEdition(viewer, { articleId, version: await versionOf(viewer, articleId) });
  if (!begun.ok) throw new Error(begun.problem);
}

/** Says of the newest edition that it does not name her. */
export async function unname(viewer: Viewer, articleId: string): Promise<void> {
  const version = await versionOf(viewer, articleId);
  const said = await sayNaming(viewer, { articleId, version, naming: 'unnamed' });
  if (!said.ok) throw new Error(said.problem);
}

/** How many publications of an article readers see, and how many are planned. */
export async function outOf(articleId: string): Promise<{ live: number; planned: number }> {
  const rows = await db.publication.findMany({
    where: { articleId, endedAt: null },
    select: { publishedAt: true },
    take: 9,
  });
  const live = rows.filter(({ publishedAt }) => publishedAt).length;
  return { live, planned: rows.length - live };
}

import type { Viewer } from '@/domain/access/viewer';
import { writeAlertParts } from '@/domain/articles/alerts/alert-commands';
import { writtenAlertInput } from '@/domain/articles/alerts/written-alert';
import type { DraftInput } from '@/domain/articles/article';
import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { addDays, today } from '@/domain/days/day';
import { writeGuideParts } from '@/domain/guides/parts-commands';
import { writtenPartsInput } from '@/domain/guides/written-parts';
import { locales } from '@/domain/locale';
import { approveArticle, submitArticle } from '@/domain/newsroom/decision-commands';
import { fieldOf, type NamingAnswer } from '@/domain/newsroom/namings/naming';
import { listNamesAsked } from '@/domain/newsroom/namings/naming-queries';
import type { WithdrawInput } from '@/domain/newsroom/publish-input';
import { publishableIn } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import type { TestUnit } from '@/test/union';

/** Articles for tests, written and published as an editor does it. */
let count = 0;

/** The fields of a form for a story in both languages. */
export function writing(unit: Pick<TestUnit, 'id'>, change: Partial<DraftInput> = {}): DraftInput {
  count++;
  return {
    kind: 'story',
    unitId: unit.id,
    communeIds: [],
    wholeCity: 'on',
    topics: [],
    titleVi: `Chuyện số ${count} của chị em`,
    summaryVi: 'Một chị biết, một chị học.',
    bodyVi: '## Bắt đầu\n\nCác chị **chỉ nhau** dùng VNeID.',
    titleEn: `Story number ${count} of the women`,
    summaryEn: 'One knows, one learns.',
    bodyEn: '## Beginning\n\nThe women show **one another** VNeID.',
    following: 'by-itself',
    ...change,
  };
}

/** Who verified an alert. */
export const verified = { sourceName: 'Công an thành phố', sourceUrl: 'https://congan.example.vn/canh-bao' };

/** The lines of an alert, as its form sends them. */
export const alertLines = {
  titleVi: { 'sign-0': 'Người lạ gọi, xưng là công an', 'step-0': 'Tắt máy', 'hotline-0': 'Công an' },
  titleEn: { 'sign-0': 'A stranger says he is the police', 'step-0': 'Hang up', 'hotline-0': 'The police' },
  number: { 'hotline-0': '113' },
};

/** A text in Vietnamese alone. */
export const inVietnamese = { titleEn: undefined, summaryEn: undefined, bodyEn: undefined };

/** A draft; of an alert a whole one. */
export async function drafted(viewer: Viewer, input: DraftInput): Promise<string> {
  const isAlert = input.kind === 'alert';
  const result = await draftArticle(viewer, isAlert ? { ...verified, ...input } : input);
  if (!result.ok) throw new Error(result.problem);
  const { id } = result.value;
  if (isAlert) await giveLines(viewer, id, input.titleEn === undefined ? { ...alertLines, titleEn: {} } : alertLines);
  return id;
}

/** Writes the lines of an alert. */
export async function giveLines(viewer: Viewer, articleId: string, lines: object): Promise<void> {
  const version = String(await versionOf(viewer, articleId));
  const result = await writeAlertParts(viewer, writtenAlertInput.parse({ articleId, version, ...lines }));
  if (!result.ok) throw new Error(result.problem);
}

/** The newest version of an article, as a form that was just opened holds it. */
export async function versionOf(viewer: Viewer, articleId: string): Promise<number> {
  const article = await findArticle(viewer, articleId);
  if (!article) throw new Error('not to be seen');
  return article.version;
}

/** The edition of an alert that waits for a second person, as the form to approve it holds it; where none waits, the newest. */
export async function unconfirmedOf(viewer: Viewer, articleId: string) {
  const standing = await findStanding(viewer, articleId);
  if (!standing) throw new Error('not to be seen');
  const newest = { editionId: standing.editionId, version: await versionOf(viewer, articleId) };
  const { editionId, version } = standing.unconfirmed ?? newest;
  return { articleId, editionId, version };
}

export async function published(viewer: Viewer, input: DraftInput): Promise<string> {
  const articleId = await drafted(viewer, input);
  if (input.kind === 'guide') await stepped(viewer, articleId);
  await bringOut(viewer, articleId);
  return articleId;
}

/** Writes the one step of a guide in both languages; a text that is not there has none. */
export async function stepped(viewer: Viewer, articleId: string, title = 'Mở máy'): Promise<string> {
  const words = { title: { 'step-0': title }, body: { 'step-0': 'Bấm nút bên cạnh.' } };
  const input = writtenPartsInput.parse({
    articleId,
    version: String(await versionOf(viewer, articleId)),
    titleVi: words.title,
    bodyVi: words.body,
    titleEn: words.title,
    bodyEn: words.body,
    screen: { 'step-0': 'app' },
    beside: { 'step-0': 'phone' },
  });
  const result = await writeGuideParts(viewer, input);
  if (!result.ok) throw new Error(result.problem);
  return articleId;
}

/** Somebody else with the same rights: who did not write it. */
export const another = async (viewer: Viewer): Promise<Viewer> => ({
  ...viewer,
  accountId: (await createAccount(db)).id,
});

export async function submitted(viewer: Viewer, articleId: string): Promise<string> {
  const result = await submitArticle(viewer, { articleId, version: await versionOf(viewer, articleId) });
  if (!result.ok) throw new Error(result.problem);
  return articleId;
}

/** Has the newest edition approved by somebody else, who publishes it in every language that readers do not have yet. */
export async function bringOut(viewer: Viewer, articleId: string, inLocales = [...locales]): Promise<void> {
  await submitted(viewer, articleId);
  const [article, standing] = [await findArticle(viewer, articleId), await findStanding(viewer, articleId)];
  if (!article || !standing) throw new Error('not to be seen');
  const open = publishableIn(standing).filter((locale) => inLocales.includes(locale));
  if (open.length === 0) throw new Error('no language is offered');
  const until = article.kind === 'alert' ? untilNextWeek() : {};
  const naming = await inPublicRoles(viewer, articleId);
  const input = { articleId, version: article.version, locales: open, naming, ...until };
  const result = await approveArticle(await another(viewer), input);
  if (!result.ok) throw new Error(result.problem);
}

/** Says of each name in it that it comes from a public source. */
async function inPublicRoles(viewer: Viewer, articleId: string): Promise<Record<string, NamingAnswer>> {
  const article = await findArticle(viewer, articleId);
  const names = article ? await listNamesAsked(viewer, article) : [];
  return Object.fromEntries(names.map((name) => [fieldOf(name), 'public_role']));
}

/** The end that an alert is asked for. */
export const untilNextWeek = () => ({ endDay: addDays(today(), 7) });

/** Why an alert goes out before anybody has approved it. */
export const urgent = { reason: 'Chiều nay ba chị ở khu phố 5 đã bị gọi.' };

/** A form of withdrawing that says nothing to readers. */
export const withdrawing = (articleId: string): WithdrawInput => ({
  articleId,
  locales: [],
  reason: 'Sai số liệu.',
  address: 'nothing',
});

export async function makeSkill(code: string, name = code): Promise<void> {
  await db.skill.create({
    data: { code, domain: 'communication', nameVi: name, nameEn: name, position: ++count },
    select: { id: true },
  });
}

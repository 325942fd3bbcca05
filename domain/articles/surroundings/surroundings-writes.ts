import type { Transaction } from '@/prisma/transaction';
import type { DraftInput } from '../article';
import type { ArticleDraft } from '../draft';

export const sourceOf = ({ sourceName, sourceUrl }: Pick<DraftInput, 'sourceName' | 'sourceUrl'>) =>
  sourceName ? { name: sourceName, url: sourceUrl ?? null } : null;

/** Said of what names a commune it says nothing. */
export const isWholeCity = ({ communeIds, wholeCity }: Pick<DraftInput, 'communeIds' | 'wholeCity'>) =>
  wholeCity === 'on' && communeIds.length === 0;

type Surroundings = Pick<
  DraftInput,
  'communeIds' | 'wholeCity' | 'topics' | 'sourceName' | 'sourceUrl' | 'subjectModelId' | 'subjectUnitId'
>;

/** Places, topics, source, model and unit belong to the article, not to one of its editions. Unknown ones are left out. */
export async function setSurroundings(tx: Transaction, articleId: string, input: Surroundings): Promise<void> {
  const source = sourceOf(input);
  await tx.article.update({
    where: { id: articleId },
    data: {
      sourceName: source?.name ?? null,
      sourceUrl: source?.url ?? null,
      subjectModelId: input.subjectModelId ?? null,
      subjectUnitId: input.subjectUnitId ?? null,
      wholeCity: isWholeCity(input),
    },
    select: { id: true },
  });
  const communes = await tx.unit.findMany({
    where: { id: { in: input.communeIds }, level: 'commune' },
    select: { id: true },
    take: 10,
  });
  await tx.articleCommune.deleteMany({ where: { articleId } });
  await tx.articleCommune.createMany({ data: communes.map(({ id }) => ({ articleId, unitId: id })) });
  const topics = await topicsOf(tx, input);
  await tx.articleTopic.deleteMany({ where: { articleId } });
  await tx.articleTopic.createMany({ data: topics.map(({ id }) => ({ articleId, skillId: id })) });
}

/** Those of some topics that there are, in their order. */
const topicsOf = (tx: Transaction, { topics }: Pick<DraftInput, 'topics'>) =>
  tx.skill.findMany({
    where: { code: { in: [...topics] } },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { id: true, code: true },
    take: 10,
  });

/** What its drawing shows. */
export async function setLook(tx: Transaction, articleId: string, { scene }: Pick<DraftInput, 'scene'>): Promise<void> {
  const drawn = scene ?? null;
  await tx.$executeRaw`UPDATE article SET scene = ${drawn}::article_scene WHERE id = ${articleId}::uuid AND scene IS DISTINCT FROM ${drawn}::article_scene`;
}

/** All of it, as a form sends it. */
export type Around = Surroundings & Pick<DraftInput, 'scene'>;

/** Once an edition was approved, other places and topics, another source, model or unit wait for the approval of the next one. */
export async function surround(tx: Transaction, article: ArticleDraft, input: Around, waitingIn: string | null) {
  await setLook(tx, article.id, input);
  const wasApproved = article.number > 1 || article.editionState === 'approved';
  if (!wasApproved) return setSurroundings(tx, article.id, input);
  if (!waitingIn) return;
  const source = sourceOf(input);
  const { communeIds, subjectModelId = null, subjectUnitId = null } = input;
  const topics = (await topicsOf(tx, input)).map(({ code }) => code);
  const about = { communeIds, wholeCity: isWholeCity(input), topics, subjectModelId, subjectUnitId };
  const surroundings = { ...about, sourceName: source?.name ?? null, sourceUrl: source?.url ?? null };
  await tx.edition.update({ where: { id: waitingIn }, data: { surroundings }, select: { id: true } });
}

/** Places, topics, source, model and unit of an edition are the article's from now on. */
export const takeSurroundings = (tx: Transaction, editionId: string) =>
  tx.$queryRaw`SELECT app.take_surroundings(${editionId}::uuid)::text`;

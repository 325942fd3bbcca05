import { may, mayForProvince, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { locales } from '@/domain/locale';
import { slugOf } from '@/domain/slug';
import { listPublishedCommunes } from '@/domain/units/queries';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { articleKinds, stateOf, toKind } from './article';
import { placeSelect, toPlace } from './article-card';
import type { ArticleNode } from './document';
import { markdownOf } from './documents/markdown';
import { type ArticleDraft, saysOther } from './draft';
import { arePlacesHers } from './surroundings/her-places-queries';
import { surroundingsOf } from './surroundings/surroundings';
import { isBehind } from './translations/translation';

const editionSelect = {
  orderBy: { number: 'desc' as const },
  take: 1,
  select: {
    id: true,
    number: true,
    state: true,
    version: true,
    surroundings: true,
    editionTexts: {
      select: {
        id: true,
        locale: true,
        title: true,
        summary: true,
        body: true,
        easyRead: true,
        whatChanged: true,
        lines: true,
        mediaUses: { where: { use: 'portal', atHead: true }, select: { pictureId: true }, take: 1 },
        guideSteps: { where: { part: 'step' as const }, select: { id: true }, take: 1 },
        sha256: true,
        translatedFromSha: true,
      },
      take: 2,
    },
  },
};
/** What readers see stands first, so that no language is cut off by many corrections of the other. */
const publicationSelect = {
  where: { publishedAt: { not: null } },
  orderBy: [{ endedAt: { sort: 'desc' as const, nulls: 'first' as const } }, { publishedAt: 'desc' as const }],
  take: 4,
  select: { locale: true, endedAt: true, textId: true, publishedAt: true },
};

const articleSelect = () =>
  ({
    id: true,
    kind: true,
    demo: true,
    scene: true,
    sourceName: true,
    sourceUrl: true,
    subjectModelId: true,
    subjectUnitId: true,
    wholeCity: true,
    unit: { select: { id: true, level: true, unitNames: nameToday(), unitSpans: spanToday() } },
    editions: editionSelect,
    publications: { ...publicationSelect, select: { ...publicationSelect.select, text: { select: { title: true } } } },
    _count: { select: { publications: { where: { publishedAt: null, endedAt: null } } } },
    articleSlugs: { where: { retiredAt: null }, select: { locale: true, slug: true }, take: 4 },
    articleCommunes: { select: { unit: { select: { id: true, ...placeSelect() } } }, take: 20 },
    articleTopics: { select: { skill: { select: { code: true, position: true } } }, take: 20 },
  }) as const;

/** One article with its newest edition, as its editors see it; null when the viewer may not see it. */
export async function findArticle(viewer: Viewer, articleId: string): Promise<ArticleDraft | null> {
  if (!isId(articleId)) return null;
  const row = await db.article.findFirst({
    where: { id: articleId, kind: { in: [...articleKinds] }, unit: withinReach(viewer, 'articles.see') },
    select: articleSelect(),
  });
  const edition = row?.editions[0];
  if (!row || !edition) return null;
  const path = pathOf(row.unit);
  const kind = toKind(row.kind);
  const state = stateOf(row);
  const publishable = may(viewer, 'articles.publish', path);
  const texts = edition.editionTexts.map(toText);
  const own = row.articleCommunes.map(({ unit }) => ({ id: unit.id, ...toPlace(unit) }));
  const { communes, named, ...about } = surroundingsOf(row, own, await listPublishedCommunes());
  const communeIds = communes.map(({ id }) => id);
  const read = row.publications.filter(({ endedAt }) => endedAt === null);
  const slugs: ArticleDraft['slugs'] = Object.fromEntries(row.articleSlugs.map(({ locale, slug }) => [locale, slug]));
  return {
    id: row.id,
    kind,
    state,
    unit: { id: row.unit.id, name: row.unit.unitNames[0]?.name ?? '', path },
    editionId: edition.id,
    editionState: edition.state,
    number: edition.number,
    version: edition.version,
    texts,
    slugs,
    publicIn: locales.filter((each) => read.some(({ locale }) => locale === each)),
    communes,
    communeIds,
    scene: row.scene,
    ...about,
    demo: row.demo,
    editable: may(viewer, 'articles.write', path),
    scheduled: row._count.publications > 0,
    publishable,
    forFront: mayForProvince(viewer, 'articles.publish'),
    placesHers: !publishable || (await arePlacesHers(viewer, row, named)),
    placeable: publishable || !(state === 'published' || state === 'changed'),
    stepless: kind === 'guide' ? steplessOf(edition) : [],
    behind: isBehind(edition.editionTexts),
    outdated: locales.filter((each) =>
      read.some(({ locale, text }) => locale === each && saysOther(slugs[each], slugOf(text.title) || kind)),
    ),
  };
}

const steplessOf = ({ editionTexts }: { editionTexts: Text[] }) =>
  editionTexts.filter(({ guideSteps }) => guideSteps.length === 0).map((text) => toText(text).locale);

type Text = Prisma.EditionTextGetPayload<{ select: typeof editionSelect.select.editionTexts.select }>;

function toText({ locale, body: kept, mediaUses, ...text }: Text): ArticleDraft['texts'][number] {
  const { id, title, summary, easyRead, whatChanged, lines } = text;
  const body = kept as ArticleNode;
  const words = { title, summary, body, markdown: markdownOf(body), easyRead, whatChanged };
  return { id, locale: locale === 'en' ? 'en' : 'vi', ...words, lines, lead: mediaUses[0]?.pictureId ?? null };
}

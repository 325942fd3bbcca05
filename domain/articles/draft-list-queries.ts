import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { locales } from '@/domain/locale';
import { behindId, pageOf } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { unconfirmed } from './alerts/unconfirmed';
import { type ArticleKind, articleKinds, stateOf, toKind } from './article';
import type { ArticleRow } from './draft';
import { listDueForReview } from './renewal/due-queries';
import { listBehind } from './translations/behind-queries';

const PAGE = 20;

type Row = Omit<ArticleRow, 'state' | 'languages'> & {
  editionState: string;
  languages: string[];
  /** when readers ceased to see it, null while they do; empty where they never did */
  ended: (Date | null)[];
};

/** What the rows of a list say, of those shown alone and in one statement: their words stay where they are. */
const readRows = (ids: readonly string[]) => db.$queryRaw<Row[]>`
  SELECT a.id::text, a.kind::text, a.demo, coalesce(${unitNameSql(Prisma.sql`a.unit_id`)}, '') AS "unitName", e.state::text AS "editionState",
    e.created_at AS "changedAt", coalesce(vi.title, en.title, '') AS title, array_remove(ARRAY[vi.locale, en.locale], NULL) AS languages,
    coalesce(vi.sha256 IS DISTINCT FROM en.translated_from_sha AND en.id IS NOT NULL AND vi.id IS NOT NULL, false) AS behind,
    ARRAY (SELECT p.ended_at FROM publication p WHERE p.article_id = a.id AND p.published_at IS NOT NULL ORDER BY p.ended_at DESC NULLS FIRST LIMIT 1) AS ended
  FROM article a JOIN LATERAL (SELECT x.id, x.state, x.created_at FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true
    LEFT JOIN edition_text vi ON vi.edition_id = e.id AND vi.locale = 'vi' LEFT JOIN edition_text en ON en.edition_id = e.id AND en.locale = 'en'
  WHERE a.id = ANY (${[...ids]}::uuid[]) ORDER BY a.id DESC LIMIT ${PAGE}`;

/** `approval`: only those of which readers see what nobody has approved; `review`: whose day has come; `translation`: whose English is behind. */
export type DraftFilter = {
  kind?: ArticleKind;
  approval?: 'missing';
  review?: 'due';
  translation?: 'behind';
  q?: string;
  after?: string;
};

/** Articles the viewer may see with their newest edition, newest first, a page at a time; `next` is the id after which to go on. */
export async function listArticles(
  viewer: Viewer,
  filter: DraftFilter,
): Promise<{ articles: ArticleRow[]; next: string | null }> {
  const key = filter.q ? searchKey(filter.q).replace(/[\\%_]/g, '\\$&') : '';
  const found = await db.article.findMany({
    where: {
      unit: withinReach(viewer, 'articles.see'),
      kind: filter.kind ?? { in: [...articleKinds] },
      ...(key ? { editions: { some: { editionTexts: { some: { searchKey: { contains: key } } } } } } : {}),
      ...behindId(filter.after, 'desc'),
      AND: [
        ...(filter.approval ? [{ publications: { some: unconfirmed } }] : []),
        ...(filter.review ? [{ id: { in: await listDueForReview(viewer, filter.kind) } }] : []),
        ...(filter.translation ? [{ id: { in: await listBehind(viewer) } }] : []),
      ],
    },
    orderBy: { id: 'desc' },
    select: { id: true },
    take: PAGE + 1,
  });
  const { page, next } = pageOf(found, PAGE);
  const rows = await readRows(page.map(({ id }) => id));
  const articles = rows.map(({ ended, editionState, kind, ...row }) => ({
    ...row,
    kind: toKind(kind),
    state: stateOf({ editions: [{ state: editionState }], publications: ended.map((endedAt) => ({ endedAt })) }),
    languages: locales.filter((each) => row.languages.includes(each)),
  }));
  return { articles, next };
}

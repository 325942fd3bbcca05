import { db, Prisma, transaction } from '@/prisma/client';
import { addressesIn, targetOf } from './link';
import { noteTargets } from './link-writes';

/** So many texts are read for their links at once: they may be long, and have many. */
const TEXTS_AT_ONCE = 25;
const LINKS_OF_A_TEXT = 300;

const LIVE = Prisma.sql`p.published_at IS NOT NULL AND p.ended_at IS NULL`;

/** A link, or the words of a text in which addresses stand without a mark. */
type Found = { publicationId: string; href: string | null; words: string | null };

/**
 * Notes where public texts lead to: by links, by addresses that stand in plain words of any part of them, by the source that they name. A few texts at a time; what has left its readers leads nowhere.
 */
export async function collectLinks(mayGoOn: () => Promise<boolean>, own: string): Promise<number> {
  let noted = 0;
  for (let after: string | null = null; ; ) {
    const found: Found[] = await linksAfter(after);
    const last = found.at(-1)?.publicationId;
    if (!last) break;
    noted += await note(found, own);
    after = last;
    if (!(await mayGoOn())) return noted;
  }
  await db.$executeRaw`DELETE FROM link_use u USING publication p WHERE p.id = u.publication_id AND p.ended_at IS NOT NULL`;
  return noted;
}

/** The words of a text that lead nowhere yet: what its links are called may be shorter than where they lead. */
const UNLINKED = Prisma.sql`'strict $.** ? (@.type == "text" && (!(exists(@.marks[*] ? (@.type == "link"))) || (exists(@.marks[*])) is unknown)).text'`;

/** The next texts, each with its links one a row, and rows of plain words: its own, and those of its parts. */
const linksAfter = (after: string | null): Promise<Found[]> => db.$queryRaw<Found[]>`
  SELECT n.id::text AS "publicationId", l.href, l.words
  FROM (SELECT p.id, p.article_id, p.text_id FROM publication p WHERE ${LIVE} AND (${after}::uuid IS NULL OR p.id > ${after}::uuid) ORDER BY p.id LIMIT ${TEXTS_AT_ONCE}::int) n
    JOIN edition_text t ON t.id = n.text_id JOIN article a ON a.id = n.article_id
    CROSS JOIN LATERAL ((SELECT DISTINCT h.href, NULL AS words FROM (SELECT m #>> '{}' AS href FROM jsonb_path_query(t.body, 'strict $.** ? (@.type == "link").attrs.href') m
      UNION ALL SELECT a.source_url) h WHERE h.href IS NOT NULL LIMIT ${LINKS_OF_A_TEXT}::int)
      UNION ALL SELECT NULL, concat_ws(chr(10), t.title, t.summary, (SELECT string_agg(m #>> '{}', chr(10)) FROM jsonb_path_query(t.body, ${UNLINKED}) m))
      UNION ALL SELECT NULL, concat_ws(chr(10), t.easy_read, t.what_changed, (SELECT string_agg(concat_ws(chr(10), g.title, g.body), chr(10)) FROM guide_step g WHERE g.text_id = t.id),
        (SELECT string_agg(x.title, chr(10)) FROM alert_part x WHERE x.text_id = t.id))) l
  ORDER BY n.id`;

async function note(found: readonly Found[], own: string): Promise<number> {
  const uses = found.flatMap(({ publicationId, href, words }) =>
    [...(href === null ? [] : [href]), ...addressesIn(words ?? '')].flatMap((each) => {
      const target = targetOf(each, own);
      return target ? [{ publicationId, ...target }] : [];
    }),
  );
  return transaction(async (tx) => {
    const noted = await noteTargets(tx, uses);
    await tx.$executeRaw`DELETE FROM link_use WHERE publication_id = ANY (${[...new Set(found.map(({ publicationId }) => publicationId))]}::uuid[])`;
    await tx.$executeRaw`INSERT INTO link_use (publication_id, link_id)
      SELECT DISTINCT x."publicationId", l.id FROM jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) AS x("publicationId" uuid, address text) JOIN link l ON l.address = x.address`;
    return noted;
  });
}

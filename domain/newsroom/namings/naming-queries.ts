import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { plainOf } from '@/domain/articles/document';
import type { ArticleDraft } from '@/domain/articles/draft';
import { NAMES_MAX, placeKeys, type WrittenName, writtenNames } from '@/domain/articles/written-names/written-names';
import { nameKey } from '@/domain/people/name';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { isOne, type NameInText, type NamingAnswer, unanswered } from './naming';

/** The portal, or a transaction that holds the article. */
type Rows = Pick<Transaction, '$queryRaw'>;
type Written = Pick<ArticleDraft, 'id' | 'unit' | 'communeIds' | 'texts' | 'source' | 'editionId'>;
type Said = { name: string; answer: NamingAnswer };
type Register = { name: string; agreed: boolean; refused: boolean };

/** Names written without marks are sought by their letters, which takes longer. */
const UNMARKED_MAX = 8;
const WORDS_MAX = 400;
const SAID_MAX = 500;

/** Names that whoever lets a piece out has to answer for; of none is told whether somebody is on record. */
export async function listNamesAsked(viewer: Viewer, article: ArticleDraft): Promise<WrittenName[]> {
  return unanswered(await readNames(viewer, article, db)).map(({ key, name }) => ({ key, name }));
}

/** Names of persons in the newest edition of an article, in both languages, at its pictures and its sound, and what is known of them; for who lets it out. */
export async function readNames(viewer: Viewer, article: Written, rows: Rows): Promise<NameInText[]> {
  if (!may(viewer, 'articles.publish', article.unit.path)) return [];
  const [beside, said, communes] = await Promise.all([
    readBeside(rows, article.editionId),
    rows.$queryRaw<Said[]>`
      SELECT name, answer::text FROM article_naming WHERE article_id = ${article.id}::uuid ORDER BY id DESC LIMIT ${SAID_MAX}`,
    listPublishedCommunes(),
  ]);
  const words = [...article.texts.flatMap(wordsOf), article.source?.name ?? '', ...beside];
  const found = writtenNames(words, placeKeys(communes.map(({ name }) => name)));
  const register = await readRegister(rows, article, found);
  return found.map((name) => ({ ...name, ...knownOf(name, said, register) }));
}

const wordsOf = ({ title, summary, body, easyRead, whatChanged, lines }: Written['texts'][number]) =>
  [title, summary, plainOf(body), easyRead, whatChanged, lines].flatMap((words) => words ?? []);

/** What somebody who agreed, on record or in an earlier answer, settles; of an earlier yes it is left open again where she has said no since. */
function knownOf({ key }: WrittenName, said: readonly Said[], register: readonly Register[]) {
  const hers = register.filter(({ name }) => name === key);
  const agreed = hers.some((row) => row.agreed);
  const refused = !agreed && hers.some((row) => row.refused);
  const before = said.find(({ name }) => isOne(nameKey(name), key));
  return { refused, settled: agreed || (before !== undefined && !(refused && before.answer === 'agreed')) };
}

/** What readers read at its pictures, at the head and within, and who reads it aloud, each in its language. */
async function readBeside(rows: Rows, editionId: string): Promise<string[]> {
  const found = await rows.$queryRaw<{ words: string }[]>`
    SELECT x.words FROM edition_text t JOIN media_use m ON m.text_id = t.id AND m.use = 'portal'
      JOIN media_asset a ON a.id = m.asset_id AND NOT app.has_left_library(a)
      JOIN media_text w ON w.asset_id = a.id AND w.locale = t.locale CROSS JOIN LATERAL (VALUES (w.alt), (w.caption)) x(words)
    WHERE t.edition_id = ${editionId}::uuid AND x.words <> ''
    UNION SELECT n.read_by FROM sound n JOIN edition_text t ON t.id = n.text_id WHERE t.edition_id = ${editionId}::uuid LIMIT ${WORDS_MAX}`;
  return found.map(({ words }) => words);
}

/**
 * Of each name whether somebody on record in the communes of the piece bears it who has agreed to be named, or none but who said no. Of
 * the woman a story tells of her own answer decides by itself.
 */
async function readRegister(rows: Rows, article: Written, found: readonly WrittenName[]): Promise<Register[]> {
  const keys = found.slice(0, NAMES_MAX).map(({ key }) => key);
  if (keys.length === 0) return [];
  const unmarked = keys.filter((key) => /^[\x20-\x7e]+$/.test(key)).slice(0, UNMARKED_MAX);
  return rows.$queryRaw<Register[]>`
    WITH named AS MATERIALIZED (
      SELECT k.name, p.id FROM unnest(${keys}::text[]) k(name) JOIN person p ON app.name_key(p.full_name) = k.name
      WHERE p.merged_into_id IS NULL AND p.erased_on IS NULL
      UNION SELECT k.name, x.id FROM unnest(${unmarked}::text[]) k(name)
        CROSS JOIN LATERAL (SELECT p.id FROM person p WHERE p.search_key = k.name AND p.merged_into_id IS NULL AND p.erased_on IS NULL) x),
    communes AS MATERIALIZED (SELECT coalesce(s.commune_id, s.unit_id) AS id FROM unit_span s
      WHERE s.unit_id = ANY (${[article.unit.id, ...article.communeIds]}::uuid[]) AND s.level <> 'province'
        AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())),
    bearer AS MATERIALIZED (SELECT n.name, n.id FROM named n WHERE EXISTS (SELECT FROM (SELECT p.keeper_unit_id AS unit_id FROM person p WHERE p.id = n.id
        UNION SELECT m.unit_id FROM membership m WHERE m.person_id = n.id AND app.active_on(m.valid_from, m.valid_to, app.today())) u
      JOIN unit_span s ON s.unit_id = u.unit_id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
      WHERE coalesce(s.commune_id, s.unit_id) IN (SELECT c.id FROM communes c)))
    SELECT b.name, bool_or(app.consent_stands(b.id, 'name_in_story')) AS agreed,
      bool_and(EXISTS (SELECT FROM app.standing_consent(b.id, 'name_in_story') c WHERE c.answer <> 'given')) AS refused
    FROM bearer b GROUP BY b.name
    UNION ALL SELECT k.name, true, false FROM unnest(${keys}::text[]) k(name) WHERE EXISTS (SELECT FROM article a
      JOIN person p ON p.id = app.record_today(a.subject_person_id)
      WHERE a.id = ${article.id}::uuid AND k.name IN (app.name_key(p.full_name), app.search_key(p.full_name)))`;
}

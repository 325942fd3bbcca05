import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { givenNames } from '@/domain/articles/written-names/bare-names';
import { isNamedInFull } from '@/domain/articles/written-names/called-names';
import { NAMES_MAX, placeKeys, type WrittenName, writtenNames } from '@/domain/articles/written-names/written-names';
import { type Day, fromDate } from '@/domain/days/day';
import { nameKey } from '@/domain/people/name';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { holdsName, isOne, type NameInText, type Naming, type Pieces } from './naming';

/** The portal, or a transaction that holds the articles. */
export type Rows = Pick<Transaction, '$queryRaw'>;
type Said = Pick<Naming, 'name' | 'answer'> & { articleId: string; agreedOn: Date | null };
type Register = { name: string; agreed: boolean; refused: boolean };

/** Names written without marks are sought by their letters, which takes longer. */
const UNMARKED_MAX = 8;
const SAID_MAX = 2_000;
const COMMUNES_MAX = 200;

/** Names of persons in words that are read in some articles, and what is known of them: the one door of names into the public, for who lets words out. */
export async function findNames(
  viewer: Viewer,
  pieces: Pieces,
  words: readonly string[],
  rows: Rows,
): Promise<NameInText[]> {
  if (!mayAnywhere(viewer, 'articles.publish')) return [];
  const places = await listPlaces(viewer, rows);
  const found = writtenNames(words, places);
  const called = givenNames(words, places);
  if (found.length + called.length === 0) return [];
  const [said, register] = await Promise.all([readSaid(rows, pieces), readRegister(rows, pieces, found)]);
  return [
    ...found.map((name) => ({ ...name, called: false, ...knownOf(name, pieces, said, register) })),
    ...called.map((name) => ({ ...name, called: true, ...calledOf(name, found) })),
  ];
}

/**
 * Keys of names of communes, for who lets words out. Inside a transaction they are read by it: where as many as there are connections hold one each and wait for one more,
 * all wait until their time is over.
 */
export async function listPlaces(viewer: Viewer, rows: Rows): Promise<ReadonlySet<string>> {
  if (!mayAnywhere(viewer, 'articles.publish')) return new Set();
  const named =
    rows === db
      ? await listPublishedCommunes()
      : await rows.$queryRaw<{ name: string }[]>`
    SELECT n.name FROM app.communes_on(app.today()) c CROSS JOIN LATERAL (SELECT x.name FROM unit_name x
      WHERE x.unit_id = c.unit_id AND x.valid_from <= app.today() ORDER BY x.valid_from DESC LIMIT 1) n LIMIT ${COMMUNES_MAX}`;
  return placeKeys(named.map(({ name }) => name));
}

/** A given name alone is looked at, unless somebody is named in full beside it whose it is: nobody is told by it for certain, so no answer holds for it. */
const calledOf = ({ key }: WrittenName, found: readonly WrittenName[]) => ({
  takenBackOn: null,
  refused: false,
  settled: true,
  guess: !isNamedInFull(key, found),
});

const readSaid = (rows: Rows, { ids }: Pieces) => rows.$queryRaw<Said[]>`
  SELECT article_id::text AS "articleId", name, answer::text, agreed_on AS "agreedOn" FROM article_naming
  WHERE article_id = ANY (${[...ids]}::uuid[]) ORDER BY id DESC LIMIT ${SAID_MAX}`;

/**
 * What somebody who agreed, on record or in an earlier answer for each of the pieces, settles. An earlier yes is open again where she has said no
 * since, or who bears a shorter name within it.
 */
function knownOf({ key }: WrittenName, { ids }: Pieces, said: readonly Said[], register: readonly Register[]) {
  const hers = register.filter(({ name }) => name === key);
  const agreed = hers.some((row) => row.agreed);
  const refused = !agreed && hers.some((row) => row.refused);
  const before = said.filter(({ name }) => isOne(nameKey(name), key));
  const each = ids.map((id) => before.filter(({ articleId }) => articleId === id));
  const within = ids.map((id) => shorterTakenBack(said, id, key));
  const holds = within.some((at) => at !== null);
  const isNew = (last: Said | undefined, at: number) => {
    const no = within[at] ?? null;
    return last !== undefined && (no === null || said.indexOf(last) < no);
  };
  const answered = each.every(([last], at) => isNew(last, at) && !(refused && last?.answer === 'agreed'));
  const takenBackOn =
    each
      .flatMap((those) => takenBack(those) ?? [])
      .sort()
      .at(-1) ?? null;
  const settled = takenBackOn === null && ((agreed && !holds) || answered);
  return { refused, takenBackOn, settled, within: holds && !answered };
}

/**
 * The place, among all that was said, of the newest no of a shorter name that stands within one in an article; null where there is none, or its
 * bearer has agreed anew.
 */
function shorterTakenBack(said: readonly Said[], articleId: string, key: string): number | null {
  const here = said.map((each) => (each.articleId === articleId ? each : null));
  const at = here.findIndex(
    (no, place) =>
      no?.answer === 'taken_back' &&
      holdsName(key, nameKey(no.name)) &&
      !here.slice(0, place).some((yes) => yes?.answer === 'agreed' && isOne(nameKey(no.name), nameKey(yes.name))),
  );
  return at < 0 ? null : at;
}

/** Since when she who bears a name does not agree to a piece, newest answers first: her yes alone takes it away again. */
function takenBack(said: readonly Said[]): Day | undefined {
  const last = said.find(({ answer }) => answer === 'agreed' || answer === 'taken_back');
  return last?.answer === 'taken_back' && last.agreedOn ? fromDate(last.agreedOn) : undefined;
}

/**
 * Of each name whether somebody on record in the communes of the pieces bears it who has agreed to be named, or none but who said no. Of
 * the woman whom they tell of her own answer decides by itself.
 */
async function readRegister(rows: Rows, pieces: Pieces, found: readonly WrittenName[]): Promise<Register[]> {
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
      WHERE s.unit_id = ANY (${[...pieces.places]}::uuid[]) AND s.level <> 'province'
        AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())),
    bearer AS MATERIALIZED (SELECT n.name, n.id FROM named n WHERE EXISTS (SELECT FROM (SELECT p.keeper_unit_id AS unit_id FROM person p WHERE p.id = n.id
        UNION SELECT m.unit_id FROM membership m WHERE m.person_id = n.id AND app.active_on(m.valid_from, m.valid_to, app.today())) u
      JOIN unit_span s ON s.unit_id = u.unit_id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
      WHERE coalesce(s.commune_id, s.unit_id) IN (SELECT c.id FROM communes c)))
    SELECT b.name, bool_or(app.consent_stands(b.id, 'name_in_story')) AS agreed,
      bool_and(EXISTS (SELECT FROM app.standing_consent(b.id, 'name_in_story') c WHERE c.answer <> 'given')) AS refused
    FROM bearer b GROUP BY b.name
    UNION ALL SELECT k.name, true, false FROM unnest(${keys}::text[]) k(name) WHERE ${pieces.ids.length}::int = (SELECT count(*) FROM article a
      JOIN person p ON p.id = app.record_today(a.subject_person_id)
      WHERE a.id = ANY (${[...pieces.ids]}::uuid[]) AND k.name IN (app.name_key(p.full_name), app.search_key(p.full_name)))`;
}

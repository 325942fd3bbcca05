import type { Transaction } from '@/prisma/transaction';
import { longerNames, saysName } from './said-name';

type Note = { of: string; id: string; words: string };

/**
 * Empties notes on models she belonged to, and words about sessions she was at, that say a name of hers. What says only a longer name is about somebody
 * else, and stays.
 */
export async function eraseNotes(tx: Transaction, ids: readonly string[], names: readonly string[]): Promise<void> {
  const notes = await tx.$queryRaw<Note[]>`
    WITH her_model AS (SELECT model_id AS id FROM model_member WHERE person_id = ANY (${ids}::uuid[])
        UNION SELECT model_id FROM board_seat WHERE person_id = ANY (${ids}::uuid[])),
      her_session AS (SELECT session_id AS id FROM enrolment WHERE person_id = ANY (${ids}::uuid[])
        UNION SELECT session_id FROM session_trainer WHERE trainer_id = ANY (${ids}::uuid[]))
    SELECT x.of, x.id::text, x.words FROM (
      SELECT 'note' AS of, id, note AS words FROM model_activity WHERE model_id IN (SELECT id FROM her_model)
      UNION ALL SELECT 'takenBack', id, taken_back_reason FROM model_activity WHERE model_id IN (SELECT id FROM her_model)
      UNION ALL SELECT 'status', id, reason FROM model_status WHERE model_id IN (SELECT id FROM her_model)
      UNION ALL SELECT 'report', id, concat_ws(' | ', went_well, to_improve, materials) FROM session_report WHERE session_id IN (SELECT id FROM her_session)
      UNION ALL SELECT 'feedback', id, comment FROM session_feedback WHERE session_id IN (SELECT id FROM her_session)) x
    WHERE EXISTS (SELECT FROM unnest(${names}::text[]) n WHERE app.name_stands_in(x.words, n))`;
  const others = await readOthers(tx, ids, notes, names);
  const hers = notes.filter(({ words }) => names.some((name) => saysName(words, name, others)));
  const of = (kind: string) => hers.filter((note) => note.of === kind).map(({ id }) => id);
  await tx.$executeRaw`UPDATE model_activity SET note = NULL WHERE id = ANY (${of('note')}::uuid[])`;
  await tx.$executeRaw`UPDATE model_activity SET taken_back_reason = NULL WHERE id = ANY (${of('takenBack')}::uuid[])`;
  await tx.$executeRaw`UPDATE model_status SET reason = NULL WHERE id = ANY (${of('status')}::uuid[])`;
  await tx.$executeRaw`
    UPDATE session_report SET went_well = '—', to_improve = NULL, materials = NULL WHERE id = ANY (${of('report')}::uuid[])`;
  await tx.$executeRaw`UPDATE session_feedback SET comment = NULL WHERE id = ANY (${of('feedback')}::uuid[])`;
}

/** Keys of longer names than hers that stand in some notes and that somebody else on record bears. */
async function readOthers(tx: Transaction, ids: readonly string[], notes: readonly Note[], names: readonly string[]) {
  const maybe = [...new Set(notes.flatMap(({ words }) => names.flatMap((name) => longerNames(words, name))))];
  const found = await tx.$queryRaw<{ key: string }[]>`
    SELECT k.key FROM unnest(${maybe}::text[]) k(key) WHERE EXISTS (SELECT FROM person p
      WHERE (app.name_key(p.full_name) = k.key OR p.search_key = k.key) AND p.erased_on IS NULL AND NOT p.id = ANY (${ids}::uuid[]))`;
  return new Set(found.map(({ key }) => key));
}

/**
 * Empties notes and notices in which a name stands that she took back: nothing hides them afterwards. `namings`: what was said of her name. Within a longer
 * one that was answered for in the piece it is somebody else's.
 */
export async function eraseHidden(tx: Transaction, namings: readonly string[]): Promise<void> {
  const hers = await tx.$queryRaw<{ of: string; id: string }[]>`
    SELECT x.of, x.id::text FROM article_naming n JOIN (
      SELECT 'edition' AS of, id, article_id, change_note AS words FROM edition
      UNION ALL SELECT 'note', id, article_id, change_note FROM publication
      UNION ALL SELECT 'notice', id, article_id, notice FROM publication) x ON x.article_id = n.article_id
    WHERE n.id = ANY (${namings}::uuid[]) AND n.answer = 'taken_back' AND app.name_stands_in(x.words, n.name)
      AND app.name_stands_in(app.without_names(x.words, ARRAY (SELECT y.name FROM article_naming y WHERE y.article_id = n.article_id
        AND y.answer <> 'nobody' AND app.words_in_name(y.name) > app.words_in_name(n.name) AND app.name_stands_in(y.name, n.name))), n.name)`;
  const of = (kind: string) => hers.filter((each) => each.of === kind).map(({ id }) => id);
  await tx.$executeRaw`UPDATE edition SET change_note = NULL WHERE id = ANY (${of('edition')}::uuid[])`;
  await tx.$executeRaw`UPDATE publication SET change_note = NULL WHERE id = ANY (${of('note')}::uuid[])`;
  await tx.$executeRaw`UPDATE publication SET notice = NULL WHERE id = ANY (${of('notice')}::uuid[])`;
}

import type { Transaction } from '@/prisma/transaction';
import { saysName } from './said-name';

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
  const hers = notes.filter(({ words }) => names.some((name) => saysName(words, name)));
  const of = (kind: string) => hers.filter((note) => note.of === kind).map(({ id }) => id);
  await tx.$executeRaw`UPDATE model_activity SET note = NULL WHERE id = ANY (${of('note')}::uuid[])`;
  await tx.$executeRaw`UPDATE model_activity SET taken_back_reason = NULL WHERE id = ANY (${of('takenBack')}::uuid[])`;
  await tx.$executeRaw`UPDATE model_status SET reason = NULL WHERE id = ANY (${of('status')}::uuid[])`;
  await tx.$executeRaw`
    UPDATE session_report SET went_well = '—', to_improve = NULL, materials = NULL WHERE id = ANY (${of('report')}::uuid[])`;
  await tx.$executeRaw`UPDATE session_feedback SET comment = NULL WHERE id = ANY (${of('feedback')}::uuid[])`;
}

type Hidden = { editionId: string | null; publicationId: string | null; note: string; notice: string; name: string };

/**
 * Empties notes and notices that were hidden since she took her name back: nothing hides them afterwards. `namings`: what was said of her name. A longer
 * name is somebody else's.
 */
export async function eraseHidden(tx: Transaction, namings: readonly string[]): Promise<void> {
  const hidden = await tx.$queryRaw<Hidden[]>`
    SELECT e.id::text AS "editionId", NULL AS "publicationId", e.change_note AS note, '' AS notice, n.name FROM article_naming n JOIN edition e ON e.article_id = n.article_id
    WHERE n.id = ANY (${namings}::uuid[]) AND n.answer = 'taken_back' AND app.name_stands_in(e.change_note, n.name)
    UNION ALL SELECT NULL, p.id::text, coalesce(p.change_note, ''), coalesce(p.notice, ''), n.name FROM article_naming n JOIN publication p ON p.article_id = n.article_id
    WHERE n.id = ANY (${namings}::uuid[]) AND n.answer = 'taken_back' AND app.name_stands_in(concat_ws(' | ', p.change_note, p.notice), n.name)`;
  const [notes, notices] = (['note', 'notice'] as const).map((of) =>
    hidden.filter((row) => saysName(row[of], row.name)),
  );
  const editions = (notes ?? []).flatMap(({ editionId }) => editionId ?? []);
  const noted = (notes ?? []).flatMap(({ publicationId }) => publicationId ?? []);
  const told = (notices ?? []).flatMap(({ publicationId }) => publicationId ?? []);
  await tx.$executeRaw`UPDATE edition SET change_note = NULL WHERE id = ANY (${editions}::uuid[])`;
  await tx.$executeRaw`UPDATE publication SET change_note = NULL WHERE id = ANY (${noted}::uuid[])`;
  await tx.$executeRaw`UPDATE publication SET notice = NULL WHERE id = ANY (${told}::uuid[])`;
}

import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import type { Transaction } from '@/prisma/transaction';
import { eraseAccount } from './erase-account-writes';
import { eraseHidden, eraseNotes } from './erase-note-writes';

/** Her record and those merged into it; every statement below is about these. */
type Ids = readonly string[];

/** The names her records had and what their numbers are compared by, by which rows without a link to her are found. */
type Known = { names: string[]; prints: string[] };

/**
 * Empties what tells who she is and keeps the rows that are counted. What still runs ends today, so that nothing active
 * points to her: memberships with the reason "erased", since when and where stays what it was.
 */
export async function eraseRows(tx: Transaction, ids: Ids, known: Known): Promise<void> {
  await eraseRecord(tx, ids);
  await eraseWork(tx, ids);
  await eraseNotes(tx, ids, known.names);
  await eraseTrainings(tx, ids, known);
  await eraseAccount(tx, ids);
  await eraseStories(tx, ids);
  await eraseNamings(tx, ids, known);
  await eraseTraces(tx, ids);
}

async function eraseRecord(tx: Transaction, ids: Ids): Promise<void> {
  await tx.$executeRaw`
    UPDATE person SET full_name = NULL, birth_year = NULL, phone = NULL, address = NULL, languages = '{}', died_on = NULL, erased_on = app.today()
    WHERE id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM sensitive_field WHERE person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE membership SET end_reason = NULL WHERE person_id = ANY (${ids}::uuid[]) AND valid_to <= app.today()`;
  await tx.$executeRaw`
    UPDATE membership SET valid_to = greatest(valid_from, app.today()), end_reason = 'erased'
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > app.today())`;
  await tx.$executeRaw`UPDATE office SET end_reason = NULL WHERE person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE network_member SET valid_to = greatest(valid_from, app.today())
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > app.today())`;
  await tx.$executeRaw`
    UPDATE household_member SET valid_to = greatest(valid_from, app.today())
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > app.today())`;
  await tx.$executeRaw`UPDATE household SET name = NULL WHERE head_person_id = ANY (${ids}::uuid[])`;
}

async function eraseWork(tx: Transaction, ids: Ids): Promise<void> {
  await tx.$executeRaw`
    UPDATE pair SET end_reason = NULL, end_note = NULL, outcome = NULL
    WHERE instructor_id = ANY (${ids}::uuid[]) OR learner_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE model_member SET valid_to = greatest(valid_from, app.today())
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > app.today())`;
}

/** A sign-up without a record of hers is hers when both its name and its phone are; a seat she holds is free again. */
async function eraseTrainings(tx: Transaction, ids: Ids, { names, prints }: Known): Promise<void> {
  await tx.$executeRaw`
    UPDATE outbox_message SET recipient = NULL, facts = '{}', last_error = NULL,
      state = CASE WHEN state IN ('ready', 'failed') THEN 'discarded' ELSE state END
    WHERE enrolment_id IN (SELECT id FROM enrolment WHERE person_id = ANY (${ids}::uuid[])
        OR (person_id IS NULL AND phone_print = ANY (${prints}::text[]) AND app.name_key(name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n)))
      OR account_id IN (SELECT id FROM account WHERE person_id = ANY (${ids}::uuid[]))`;
  // whoever holds the paper may still ask whether it is genuine: its facts stay, the name goes
  await tx.$executeRaw`
    UPDATE certificate SET holder_name = NULL, revoked_reason = NULL WHERE person_id = ANY (${ids}::uuid[])
      OR enrolment_id IN (SELECT id FROM enrolment WHERE person_id IS NULL AND phone_print = ANY (${prints}::text[])
        AND app.name_key(name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n))`;
  await tx.$executeRaw`
    UPDATE qualification SET end_reason = NULL, valid_to = CASE WHEN valid_to > app.today() THEN greatest(valid_from, app.today()) ELSE valid_to END
    WHERE person_id = ANY (${ids}::uuid[])`;
  const left = await tx.$queryRaw<{ sessionId: string }[]>`
    UPDATE enrolment e SET name = NULL, phone = NULL, access_need = NULL, unit_words = NULL, ticket_hash = NULL, erased_on = app.today(),
      state = CASE WHEN over THEN state ELSE 'cancelled' END, seat_no = CASE WHEN over THEN seat_no END, changed_at = now()
    FROM (SELECT x.id, s.starts_at <= now() OR x.state IN ('declined', 'expired', 'cancelled', 'merged') AS over
      FROM enrolment x JOIN session s ON s.id = x.session_id WHERE x.person_id = ANY (${ids}::uuid[])
        OR (x.person_id IS NULL AND x.phone_print = ANY (${prints}::text[]) AND app.name_key(x.name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n))) hers
    WHERE e.id = hers.id RETURNING e.session_id::text AS "sessionId"`;
  await settleSeats(tx, ...left.map(({ sessionId }) => sessionId));
  await tx.$executeRaw`
    UPDATE topic_wait SET name = NULL, phone = NULL WHERE person_id = ANY (${ids}::uuid[])
      OR (person_id IS NULL AND phone_print = ANY (${prints}::text[]) AND app.name_key(name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n))`;
}

const NO_WORDS = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });

/** Stories about her are held, as by who writes in them, and emptied in every edition, so that no open form brings words back; the database ends what is public. Pictures she can be recognised in are taken off. */
async function eraseStories(tx: Transaction, ids: Ids): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM article WHERE subject_person_id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    UPDATE edition e SET change_note = NULL, surroundings = NULL, beside = NULL FROM article a
    WHERE a.id = e.article_id AND a.subject_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE article SET source_name = NULL, source_url = NULL WHERE subject_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE publication p SET change_note = NULL, notice = NULL, reason = NULL FROM article a
    WHERE a.id = p.article_id AND a.subject_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE edition_text t SET title = '—', summary = '—', body = ${NO_WORDS}::jsonb, plain = '', easy_read = NULL, what_changed = NULL
    FROM edition e JOIN article a ON a.id = e.article_id
    WHERE e.id = t.edition_id AND a.subject_person_id = ANY (${ids}::uuid[])`;
  const told = { edition: { article: { subjectPersonId: { in: [...ids] } } } };
  await tx.remark.deleteMany({ where: told });
  await tx.previewLink.deleteMany({ where: told });
  await tx.sound.deleteMany({ where: { text: told } });
  await tx.$executeRaw`
    DELETE FROM earlier_text t USING edition e JOIN article a ON a.id = e.article_id
    WHERE e.id = t.edition_id AND a.subject_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE article_slug s SET slug = 'erased-' || s.id FROM article a
    WHERE a.id = s.article_id AND a.subject_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE media_asset SET withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_reason = 'erased'
    WHERE id IN (SELECT asset_id FROM media_person WHERE person_id = ANY (${ids}::uuid[]))`;
  await tx.$executeRaw`
    UPDATE media_text SET alt = '', caption = NULL
    WHERE asset_id IN (SELECT asset_id FROM media_person WHERE person_id = ANY (${ids}::uuid[]))`;
}

/** What was said of her name in pieces of her commune, or about her: asked anew if it stands there still. Notes and notices hidden since she took it back are emptied: nothing hides them afterwards. */
async function eraseNamings(tx: Transaction, ids: Ids, { names }: Known): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id::text FROM (SELECT id, article_id, name FROM article_naming UNION ALL SELECT id, article_id, name FROM refused_name_look) n
    WHERE n.article_id IN (SELECT id FROM article WHERE subject_person_id = ANY (${ids}::uuid[]))
      OR app.name_key(n.name) IN (SELECT app.name_key(k) FROM unnest(${names}::text[]) k UNION SELECT app.search_key(k) FROM unnest(${names}::text[]) k) AND EXISTS (SELECT FROM person p JOIN unit_span s ON s.unit_id = p.keeper_unit_id
        AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
        WHERE p.id = ANY (${ids}::uuid[]) AND coalesce(s.commune_id, s.unit_id) = ANY (app.places_of_article(n.article_id)))`;
  const hers = found.map(({ id }) => id);
  await eraseHidden(tx, hers);
  await tx.$executeRaw`DELETE FROM article_naming WHERE id = ANY (${hers}::uuid[])`;
  await tx.$executeRaw`DELETE FROM refused_name_look WHERE id = ANY (${hers}::uuid[])`;
}

/** Cells of sheets, what a merger chose and moved, what was asked between units: the rows stay, the words go. */
async function eraseTraces(tx: Transaction, ids: Ids): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_row SET cells = '[]', plan = NULL, before = NULL, match_key = NULL, reasons = '{}'
    WHERE subject_id = ANY (${ids}::uuid[]) OR subject_id IN (SELECT id FROM membership WHERE person_id = ANY (${ids}::uuid[]))`;
  await tx.$executeRaw`
    UPDATE person_merge SET choices = '{}', moved = '[]'
    WHERE survivor_id = ANY (${ids}::uuid[]) OR absorbed_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE person_request SET sought_name = NULL, sought_birth_year = NULL, sought_phone = NULL, reason = NULL,
      closed_at = CASE WHEN answer IS NULL THEN coalesce(closed_at, now()) ELSE closed_at END
    WHERE person_id = ANY (${ids}::uuid[]) OR own_person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM not_same WHERE person_a_id = ANY (${ids}::uuid[]) OR person_b_id = ANY (${ids}::uuid[])`;
}

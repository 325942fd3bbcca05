import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import type { Transaction } from '@/prisma/transaction';

/** Her record and those merged into it; every statement below is about these. */
type Ids = readonly string[];

/** The reason of what ended with her life, as rows keep it; words stand in `i18n/messages`. */
const DIED = 'died';
const waiting = { state: { in: ['ready' as const, 'failed' as const] } };

type Her = {
  id: string;
  version: number;
  diedOn: Day | null;
  keeperUnitId: string;
  name: string | null;
  print: string | null;
};

/** Her records, locked: nothing new can hang on her unseen. */
export const lockHer = (tx: Transaction, personId: string) =>
  tx.$queryRaw<Her[]>`
    SELECT p.id::text, p.version, p.died_on::text AS "diedOn", p.keeper_unit_id::text AS "keeperUnitId", p.full_name AS name, p.phone_print AS print FROM person p
    WHERE p.id IN (SELECT id FROM app.records_of(${personId}::uuid)) ORDER BY p.id FOR UPDATE`;

/** The first open day after a day, where months are closed for the communes in which something of hers still runs; null where none is. */
export async function openDayAfter(tx: Transaction, ids: Ids, day: Day): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    WITH place AS (
      SELECT unit_id FROM membership WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)
      UNION SELECT h.unit_id FROM pair p JOIN pair_host h ON h.pair_id = p.id
        WHERE (p.instructor_id = ANY (${ids}::uuid[]) OR p.learner_id = ANY (${ids}::uuid[])) AND (p.valid_to IS NULL OR p.valid_to > ${day}::date)
      UNION SELECT h.unit_id FROM (SELECT model_id, person_id, valid_to FROM board_seat UNION ALL SELECT model_id, person_id, valid_to FROM model_member) m
        JOIN model_host h ON h.model_id = m.model_id WHERE m.person_id = ANY (${ids}::uuid[]) AND (m.valid_to IS NULL OR m.valid_to > ${day}::date))
    SELECT max(p.ends_on)::text AS until FROM place JOIN unit_span s ON s.unit_id = place.unit_id
      JOIN report r ON r.unit_id = coalesce(s.commune_id, s.unit_id) AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id AND p.ends_on > ${day}::date`;
  return row?.until ?? null;
}

/** Where she belonged, led, guided and took part ends on a day, or where it had not begun. Articles, consents and what was counted stay. */
export async function endWhatRuns(tx: Transaction, viewer: Viewer, ids: Ids, day: Day): Promise<void> {
  await tx.$executeRaw`
    UPDATE membership SET valid_to = greatest(valid_from, ${day}::date), end_reason = ${DIED}
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE office SET valid_to = greatest(valid_from, ${day}::date), end_reason = ${DIED}
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE pair SET valid_to = greatest(valid_from, ${day}::date), end_reason = ${DIED}
    WHERE (instructor_id = ANY (${ids}::uuid[]) OR learner_id = ANY (${ids}::uuid[])) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE board_seat SET valid_to = greatest(valid_from, ${day}::date)
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE model_member SET valid_to = greatest(valid_from, ${day}::date)
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE network_member SET valid_to = greatest(valid_from, ${day}::date)
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE household_member SET valid_to = greatest(valid_from, ${day}::date)
    WHERE person_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${day}::date)`;
  await tx.$executeRaw`
    UPDATE qualification SET valid_to = greatest(valid_from, ${day}::date), ended_at = now(), ended_by_id = ${viewer.accountId}::uuid, end_reason = ${DIED}
    WHERE person_id = ANY (${ids}::uuid[]) AND valid_to > ${day}::date`;
  await tx.memberCard.updateMany({
    where: { personId: { in: [...ids] }, endedAt: null },
    data: { endedAt: new Date(), endReason: 'left', endedById: viewer.accountId },
  });
}

/**
 * Seats she holds or waits for are free, sessions to come are taught by others, and she waits for no class. A sign-up without a record of
 * hers is hers when both its name and its phone are.
 */
export async function leaveTrainings(tx: Transaction, ids: Ids, records: readonly Her[]): Promise<void> {
  const names = records.flatMap(({ name }) => name ?? []);
  const prints = records.flatMap(({ print }) => print ?? []);
  const taught = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM session_trainer WHERE trainer_id = ANY (${ids}::uuid[]) AND state IN ('proposed', 'approved') AND starts_at > now()
    RETURNING session_id::text AS id`;
  // its version rises, so that no open form writes her back
  await tx.$executeRaw`UPDATE session SET id = id WHERE id = ANY (${taught.map(({ id }) => id)}::uuid[])`;
  const left = await tx.$queryRaw<{ id: string; sessionId: string }[]>`
    UPDATE enrolment e SET state = 'cancelled', seat_no = NULL, changed_at = now() FROM session s
    WHERE s.id = e.session_id AND s.starts_at > now() AND e.state NOT IN ('declined', 'expired', 'cancelled', 'merged')
      AND (e.person_id = ANY (${ids}::uuid[]) OR e.person_id IS NULL AND e.phone_print = ANY (${prints}::text[])
        AND app.name_key(e.name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n))
    RETURNING e.id::text AS id, e.session_id::text AS "sessionId"`;
  await settleSeats(tx, ...left.map(({ sessionId }) => sessionId));
  const of = [{ enrolment: { personId: { in: [...ids] } } }, { enrolmentId: { in: left.map(({ id }) => id) } }];
  await tx.outboxMessage.updateMany({ where: { ...waiting, OR: of }, data: { state: 'discarded' } });
  await tx.$executeRaw`
    UPDATE topic_wait SET name = NULL, phone = NULL WHERE answered_at IS NULL AND (person_id = ANY (${ids}::uuid[])
      OR person_id IS NULL AND phone_print = ANY (${prints}::text[]) AND app.name_key(name) IN (SELECT app.name_key(n) FROM unnest(${names}::text[]) n))`;
}

/** Her account is closed, its roles end, an invitation opens nothing, and no mail that waits is sent. */
export async function closeDoors(tx: Transaction, viewer: Viewer, ids: Ids, day: Day): Promise<void> {
  const now = new Date();
  const hers = { account: { personId: { in: [...ids] } } };
  await tx.$executeRaw`
    UPDATE role_grant g SET valid_to = greatest(g.valid_from, ${day}::date), revoked_at = now(), revoked_by_id = ${viewer.accountId}::uuid, reason = ${DIED}
    FROM account a WHERE a.id = g.account_id AND a.person_id = ANY (${ids}::uuid[]) AND (g.valid_to IS NULL OR g.valid_to > ${day}::date)`;
  await tx.account.updateMany({
    where: { personId: { in: [...ids] }, disabledAt: null },
    data: { disabledAt: now, disabledById: viewer.accountId },
  });
  await tx.accountSession.updateMany({
    where: { ...hers, endedAt: null },
    data: { endedAt: now, endReason: 'disabled' },
  });
  await tx.passwordReset.updateMany({ where: { ...hers, usedAt: null }, data: { usedAt: now } });
  await tx.rememberedDevice.deleteMany({ where: hers });
  await tx.invitation.updateMany({
    where: { personId: { in: [...ids] }, acceptedAt: null, endedAt: null },
    data: { endedAt: now },
  });
  await tx.outboxMessage.updateMany({ where: { ...waiting, ...hers }, data: { state: 'discarded' } });
}

/** The day itself, on each of her records. */
export const noteDay = (tx: Transaction, ids: Ids, day: Day | null) =>
  tx.person.updateMany({ where: { id: { in: [...ids] } }, data: { diedOn: day && toDate(day) } });

import { randomUUID } from 'node:crypto';
import { record } from '@/domain/audit-writes';
import { ticketHash, ticketSecret } from '@/domain/ground/ticket-secret';
import { queueMessages } from '@/domain/messages/queue-writes';
import { ok, problem, type Result } from '@/domain/result';
import { liveStates } from '@/domain/scales/enrolment-state';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { db, Prisma, refusal, transaction, unlessOthersWereFirst } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { publicAudiences, type SignUpInput } from './enrolment';
import { enrolledDraft, enrolledMessage, type Seated, tellAgain } from './tell-writes';
import { newEnrolmentId } from './tickets/ticket';

export type SignUpProblem =
  | 'not-found'
  | 'not-open'
  | 'not-for-everyone'
  | 'already-begun'
  | 'consent-outdated'
  | 'no-such-commune';

/** The same whether her number was on the list before or not: her ticket goes to that number, and to nobody else. */
export type SignedUp = { sessionId: string };

type Wanted = Omit<SignUpInput, 'commune'> & { sessionId: string; sessionUnitId: string; communeId: string | null };

/**
 * Signs a visitor without an account up for a session, with whoever comes along: both are seated or both wait. The
 * answer says nothing of whom it finds on the list: her number alone is told that.
 */
export async function signUpForSession(input: SignUpInput): Promise<Result<SignedUp, SignUpProblem>> {
  const { commune, ...said } = input;
  try {
    const meant = await signUpAlone(input);
    if (!meant) return problem('not-found');
    if (meant.refused) return problem(meant.refused);
    const wanted = { ...said, sessionId: meant.id, sessionUnitId: meant.unitId, communeId: meant.communeId };
    return meant.seated ? ok({ sessionId: meant.id }) : await transaction((tx) => takeSeats(tx, wanted));
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'session_open') return problem('not-open');
    if (rule === 'session_not_begun') return problem('already-begun');
    throw error;
  }
}

type Meant = {
  id: string;
  unitId: string;
  communeId: string | null;
  refused: Exclude<SignUpProblem, 'not-open' | 'already-begun'> | null;
  /** she came alone, was new on the list, and has her place */
  seated: boolean | null;
};

const TRAIL = { verb: 'created', action: 'signUpForSession', subjectType: 'enrolment' } as const;

/**
 * What the form names, why it is refused, and her place where that is all there is to think of (`app.sign_up_alone`): in one
 * statement, for hundreds come at once.
 */
async function signUpAlone(input: SignUpInput): Promise<Meant | undefined> {
  const { name, phone, locale, unitWords = null, accessNeed = null, consentText } = input;
  const id = newEnrolmentId();
  const toldAs = (state: 'confirmed' | 'waiting') => enrolledMessage({ id, state, position: null }, { phone, locale });
  const told = JSON.stringify({ confirmed: toldAs('confirmed'), waiting: toldAs('waiting') });
  const trail = JSON.stringify({ ...TRAIL, change: { companion: false } });
  const [meant] = await unlessOthersWereFirst(
    () => db.$queryRaw<Meant[]>`
    WITH meant AS MATERIALIZED (${meantBy(input)})
    SELECT m.id::text, m.unit_id::text AS "unitId", m.commune_id::text AS "communeId", m.refused, alone.seated
    FROM meant m LEFT JOIN LATERAL (
      SELECT app.sign_up_alone(m.id, m.unit_id, ${id}::uuid, ${name}, ${phone}, m.commune_id, ${ticketHash(ticketSecret(id))}, ${accessNeed},
        ${unitWords}, ${locale}, ${consentText}::uuid, ${told}::jsonb, ${trail}::jsonb) AS seated
      WHERE m.refused IS NULL AND ${input.companionPhone === undefined}) alone ON true`,
  );
  return meant;
}

/** The session and the commune that the form names, and why nobody can sign up so. */
const meantBy = ({ session, commune, consentText }: SignUpInput) => Prisma.sql`
  SELECT s.id, s.unit_id, u.id AS commune_id,
    CASE WHEN s.state IN ('proposed', 'refused') THEN 'not-found'
      WHEN s.audience <> ALL (${publicAudiences}::audience[]) THEN 'not-for-everyone'
      WHEN ${commune ?? null}::text IS NOT NULL AND u.id IS NULL THEN 'no-such-commune'
      WHEN NOT EXISTS (SELECT FROM consent_text c WHERE c.id = ${consentText}::uuid AND c.purpose = 'training') THEN 'consent-outdated'
    END AS refused
  FROM session s LEFT JOIN unit u ON u.slug = ${commune ?? null} AND u.level = 'commune' WHERE s.slug = ${session}`;

/** The same phone twice is one enrolment; the wording she agreed to is kept with it. */
async function takeSeats(tx: Transaction, wanted: Wanted): Promise<Result<SignedUp, SignUpProblem>> {
  const { sessionId, name, phone, companionName, companionPhone, accessNeed = null } = wanted;
  await settleSeats(tx, sessionId);
  const companion =
    companionName && companionPhone ? { name: companionName, phone: companionPhone, accessNeed: null } : null;
  // of two of whom one is on the list already, the other comes by herself
  const together = companion !== null && !(await isAnyOnList(tx, sessionId, [phone, companion.phone]));
  const party = together ? randomUUID() : null;
  const seats = together ? 2 : 1;
  const herself = await welcome(tx, wanted, { name, phone, accessNeed, party, seats });
  const other = companion && (await welcome(tx, wanted, { ...companion, party, seats: 1 }));
  const [first, second] = [herself, other].filter((seated) => seated && !seated.already);
  if (first)
    await record(tx, null, {
      ...TRAIL,
      subjectId: first.id,
      unitId: wanted.sessionUnitId,
      change: { state: first.state, companion: second !== undefined },
    });
  return ok({ sessionId });
}

/** Puts her on the list unless she is on it, and has her number told where she stands, either way. */
async function welcome(tx: Transaction, wanted: Wanted, guest: Guest): Promise<Seated> {
  const seated = await enrol(tx, wanted, guest);
  if (seated.already) await tellAgain(tx, wanted.sessionId, seated.id);
  else
    await queueMessages(tx, [enrolledDraft(wanted.sessionId, seated, { phone: guest.phone, locale: wanted.locale })]);
  return seated;
}

type Guest = { name: string; phone: string; party: string | null; seats: number; accessNeed: string | null };

async function enrol(
  tx: Transaction,
  wanted: Wanted,
  { name, phone, party, seats, accessNeed }: Guest,
): Promise<Seated> {
  const { sessionId, communeId, unitWords = null, locale, consentText } = wanted;
  const id = newEnrolmentId();
  const [seated] = await tx.$queryRaw<Seated[]>`
    SELECT id::text, state::text, waiting_position AS position, already FROM app.enrol(
      p_session => ${sessionId}::uuid, p_id => ${id}::uuid, p_name => ${name}, p_phone => ${phone}, p_unit => ${communeId}::uuid,
      p_ticket => ${ticketHash(ticketSecret(id))}, p_party => ${party}::uuid, p_seats => ${seats}::int, p_access_need => ${accessNeed},
      p_unit_words => ${unitWords}, p_locale => ${locale}, p_consent_text => ${consentText}::uuid)`;
  if (!seated) throw new Error('nobody was enrolled');
  return seated;
}

async function isAnyOnList(tx: Transaction, sessionId: string, phones: string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`
    WITH asked AS MATERIALIZED (SELECT app.phone_print(n) AS print FROM unnest(${phones}::text[]) n)
    SELECT EXISTS (SELECT FROM enrolment e LEFT JOIN person p ON p.id = e.person_id
      WHERE e.session_id = ${sessionId}::uuid AND e.state = ANY (${[...liveStates]}::enrolment_state[])
        AND (e.phone_print IN (SELECT print FROM asked) OR p.phone_print IN (SELECT print FROM asked))) AS any`;
  return row?.any ?? false;
}

import { randomUUID } from 'node:crypto';
import { record } from '@/domain/audit/record';
import { queueMessages } from '@/domain/messages/queue';
import { ok, problem, type Result } from '@/domain/result';
import { db, refusal, transaction } from '@/prisma/client';
import { ticketSecret } from '@/prisma/ticket-secret';
import type { Transaction } from '@/prisma/transaction';
import { liveStates, publicAudiences, type SignUpInput } from './enrolment';
import { enrolledDraft, type Seated, settleSeats, tellAgain } from './seats';
import { newEnrolmentId, ticketHash } from './ticket';

export type SignUpProblem =
  | 'not-found'
  | 'not-open'
  | 'not-for-everyone'
  | 'already-begun'
  | 'companion-enrolled'
  | 'consent-outdated'
  | 'no-such-commune';

/** Without a secret: her number is on the list already; the address of the ticket goes to that number, and to nobody else. */
export type SignedUp = { sessionId: string; secret: string | null };

type Wanted = Omit<SignUpInput, 'commune'> & { sessionId: string; sessionUnitId: string; communeId: string | null };

/**
 * Signs a visitor up for a session, and whoever comes along with her: both get a seat or both wait. By herself, without
 * an account; the wording she agreed to is kept with the sign-up. The same phone twice is one enrolment: a stranger who
 * knows a number learns nothing of its ticket.
 */
export async function signUpForSession(input: SignUpInput): Promise<Result<SignedUp, SignUpProblem>> {
  const { commune: slug, ...said } = input;
  const [session, commune, text] = await Promise.all([
    db.session.findFirst({
      where: { slug: input.session },
      select: { id: true, state: true, unitId: true, audience: true },
    }),
    slug ? db.unit.findFirst({ where: { slug, level: 'commune' }, select: { id: true } }) : undefined,
    db.consentText.findFirst({ where: { id: input.consentText, purpose: 'training' }, select: { id: true } }),
  ]);
  if (!session || session.state === 'proposed' || session.state === 'refused') return problem('not-found');
  if (!publicAudiences.includes(session.audience)) return problem('not-for-everyone');
  if (commune === null) return problem('no-such-commune');
  if (!text) return problem('consent-outdated');
  const wanted = { ...said, sessionId: session.id, sessionUnitId: session.unitId, communeId: commune?.id ?? null };
  try {
    const signedUp = await transaction((tx) => takeSeats(tx, wanted));
    if (signedUp.ok) await db.$queryRaw`SELECT app.forget_sign_ups()`;
    return signedUp;
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'session_open') return problem('not-open');
    if (rule === 'session_not_begun') return problem('already-begun');
    throw error;
  }
}

async function takeSeats(tx: Transaction, wanted: Wanted): Promise<Result<SignedUp, SignUpProblem>> {
  const { sessionId, name, phone, companionName, companionPhone, accessNeed = null, locale } = wanted;
  await settleSeats(tx, sessionId);
  const companion = companionName && companionPhone ? { name: companionName, phone: companionPhone } : null;
  if (companion && (await isOnList(tx, sessionId, companion.phone)) && !(await isOnList(tx, sessionId, phone)))
    return problem('companion-enrolled');

  const party = companion ? randomUUID() : null;
  const herself = await enrol(tx, wanted, { name, phone, party, seats: companion ? 2 : 1, accessNeed });
  if (herself.already) {
    await tellAgain(tx, sessionId, herself.id);
    return ok({ sessionId, secret: null });
  }
  if (companion) {
    const other = await enrol(tx, wanted, { ...companion, party, seats: 1, accessNeed: null });
    // she herself has her ticket before her; who comes along has not been told
    await queueMessages(tx, [enrolledDraft(sessionId, other, { phone: companion.phone, locale })]);
  }
  await record(tx, null, {
    verb: 'created',
    action: 'signUpForSession',
    subjectType: 'enrolment',
    subjectId: herself.id,
    unitId: wanted.sessionUnitId,
    change: { state: herself.state, companion: companion !== null },
  });
  return ok({ sessionId, secret: ticketSecret(herself.id) });
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

async function isOnList(tx: Transaction, sessionId: string, phone: string): Promise<boolean> {
  const count = await tx.enrolment.count({
    where: { sessionId, state: { in: [...liveStates] }, OR: [{ phone }, { person: { phone } }] },
  });
  return count > 0;
}

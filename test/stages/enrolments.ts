import { signUpInput } from '@/domain/enrolments/enrolment';
import { signUpForSession } from '@/domain/enrolments/sign-up-commands';
import { changeByTicket } from '@/domain/enrolments/tickets/ticket-commands';
import { ticketSecret } from '@/domain/ground/ticket-secret';
import { printOf } from '@/domain/people/phones/print-writes';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { makeApproved, makeTrainingStage } from './trainings';

let phones = 0;
/** A number that nobody else in these tests has. */
export const newPhone = (before: '0' | '+84' = '0') => `${before}9${String(10_000_000 + ++phones)}`;

/** A training stage with the wording that visitors agree to, and an approved session with so many seats at will. */
export async function makeEnrolmentStage() {
  const stage = await makeTrainingStage();
  const consentText = (await createConsentText(db, 'training')).id;
  let hour = 0;
  const openSession = async (seats = 2, unit = stage.union.khuPho5) => {
    const day = 20 + Math.floor(hour / 10);
    const from = `${String(8 + (hour++ % 10)).padStart(2, '0')}`;
    const session = await makeApproved({ unit, courseId: stage.courseId }, day, `${from}:00`, `${from}:50`);
    await db.session.update({ where: { id: session.id }, data: { seats }, select: { id: true } });
    return session;
  };
  /** Signs somebody up as the public form does; the secret of the ticket that her number is told, or none where it was on the list already. */
  const join = async (session: { slug: string }, over: Record<string, string> = {}) => {
    const form = {
      session: session.slug,
      locale: 'vi',
      name: 'Cô Sáu',
      phone: newPhone(),
      consent: 'yes',
      consentText,
    };
    const input = signUpInput.parse({ ...form, ...over });
    const before = await enrolledIds(session.slug);
    const result = await signUpForSession(input);
    if (!result.ok) throw new Error(result.problem);
    const made = await db.enrolment.findFirst({
      where: { sessionId: result.value.sessionId, phonePrint: await printOf(db, input.phone), id: { notIn: before } },
      select: { id: true },
    });
    return made ? ticketSecret(made.id) : '';
  };
  const press = (ticket: string, what: 'cancel' | 'accept' | 'decline') =>
    changeByTicket({ ticket, locale: 'vi', do: what });
  return { ...stage, consentText, openSession, join, press };
}

const enrolledIds = async (slug: string) =>
  (await db.enrolment.findMany({ where: { session: { slug } }, select: { id: true }, take: 500 })).map(({ id }) => id);

/** The time of every offer of a session is over: of women who were told of it, or whom nobody told. Nobody has looked yet. */
export const passOffers = (sessionId: string, { told }: { told: boolean }) =>
  db.enrolment.updateMany({
    where: { sessionId, state: 'offered' },
    data: { offerUntil: new Date(Date.now() - 1000), offerToldAt: told ? new Date(Date.now() - 86_400_000) : null },
  });

/** States in order of arrival. */
export const statesOf = async (sessionId: string) =>
  (
    await db.enrolment.findMany({
      where: { sessionId },
      orderBy: { arrivalNo: 'asc' },
      select: { state: true },
      take: 500,
    })
  ).map(({ state }) => state);

/** The messages of a session, oldest first. */
export const messagesOf = (sessionId: string) =>
  db.outboxMessage.findMany({ where: { sessionId }, orderBy: { createdAt: 'asc' }, take: 100 });

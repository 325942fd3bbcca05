import { expect, test } from 'vitest';
import { findRegisterSession } from '@/domain/attendance/register/register-queries';
import { listHallSessions } from '@/domain/attendance/roster/roster-queries';
import { issueCertificates } from '@/domain/certificates/commands';
import { findPassport } from '@/domain/certificates/passport-queries';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import { instantAt } from '@/domain/days/day';
import { findSessionToJoin } from '@/domain/enrolments/join-queries';
import { findTicket } from '@/domain/enrolments/tickets/ticket-queries';
import { listMessages } from '@/domain/messages/queries';
import { cancelSession } from '@/domain/trainings/decision-commands';
import { findPublishedSession, listPublishedSessions } from '@/domain/trainings/published/published-queries';
import { findSession, listSessions } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { makeEnrolmentStage } from '@/test/stages/enrolments';
import { makeAttended, makeOutcomeStage } from '@/test/stages/outcomes';
import { decided, inDays, makeApproved, versionOf } from '@/test/stages/trainings';
import { listAgenda } from './agenda-queries';
import { listFeedSessions } from './feed-queries';
import { countPublishedByCommune, listPublishedAgenda, listPublishedCalendar } from './published-queries';

/* The server of these tests keeps the clock of New York (vitest.config.ts): none of it may reach a session. */

const stage = await makeEnrolmentStage();
const outcomes = await makeOutcomeStage();

/** By their first and last day from today and those on which calendars show them, and their hours in Viet Nam. */
const kinds = {
  night: { first: 2, last: 3, shown: [2], from: '23:30', to: '00:30', allDay: false },
  dawn: { first: 4, last: 4, shown: [4], from: '00:00', to: '01:00', allDay: false },
  fair: { first: 5, last: 6, shown: [5, 6], from: '00:00', to: '00:00', allDay: true },
};
type Kind = (typeof kinds)[keyof typeof kinds];
const timesOf = ({ first, last, from, to, allDay }: Kind, days = 0) => ({
  startsAt: instantAt(inDays(first + days), from),
  endsAt: instantAt(inDays(last + days + (allDay ? 1 : 0)), to),
  allDay,
});

test('the server of these tests keeps another clock than Viet Nam', () => {
  expect(new Date('2026-12-01T00:00:00Z').getTimezoneOffset()).toBe(300);
});

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  '%s: lists, calendars, tickets, registers and messages have it at its time and on its days',
  async (name) => {
    const { official, trainer, union, courseId, join } = stage;
    const { first, shown, from, to } = kinds[name];
    const { startsAt, endsAt, allDay } = timesOf(kinds[name]);
    const wish = { unit: union.khuPho5, courseId, trainerIds: [trainer.personId], allDay };
    const session = await makeApproved(wish, first, from, to);
    await db.session.update({ where: { id: session.id }, data: { endsAt }, select: { id: true } });
    const secret = await join(session);
    const span = { from: inDays(0), to: inDays(8) };
    const of = <Row extends { id: string }>(rows: readonly Row[]) => rows.find(({ id }) => id === session.id);

    const [hall] = await listHallSessions(trainer);
    expect(hall).toMatchObject({ id: session.id, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() });
    const published = await listPublishedSessions('vi', span);
    for (const found of [
      of(published.sessions),
      await findPublishedSession('vi', session.slug),
      of(await listPublishedCalendar('vi')),
      of((await listSessions(official, { when: 'coming' })).sessions),
      await findSession(trainer, session.id),
      of(await listFeedSessions(trainer, 'teaching')),
      (await findTicket(secret, 'vi'))?.session,
      await findRegisterSession(official, session.id),
      await findSessionToJoin(official, session.id),
    ])
      expect(found).toMatchObject({ startsAt, endsAt, allDay });
    expect(of(published.sessions)?.day).toBe(inDays(first));
    for (const days of [
      await listPublishedAgenda('vi', span, 9),
      await listAgenda(official, span, 9),
      await listAgenda(trainer, span, 9, { own: true }),
    ])
      expect(days.filter((day) => day.shown.some(({ id }) => id === session.id)).map(({ day }) => day)).toEqual(
        shown.map(inDays),
      );
    const before = async (days: number) => (await countPublishedByCommune(inDays(days))).get(union.longHung.id) ?? 0;
    expect([await before(first), await before(first + 1)]).toEqual([0, 1]);

    const cancelled = { sessionId: session.id, version: await versionOf(session.id), reason: 'Mưa lớn' };
    expect((await cancelSession(official, cancelled)).ok).toBe(true);
    const { messages } = await listMessages(official, { sessionId: session.id });
    expect(messages.map((message) => message.session)).toMatchObject([{ startsAt, endsAt, allDay }]);
  },
);

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  '%s: certificate and skill passport bear the day on which it began in Viet Nam',
  async (name) => {
    const { id, women } = await makeAttended(outcomes, { marks: ['present'] });
    const day = kinds[name].first - 20;
    await db.session.update({ where: { id }, data: timesOf(kinds[name], -20), select: { id: true } });
    await decided(id, 'held');
    expect((await issueCertificates(outcomes.official, { sessionId: id })).ok).toBe(true);
    const papers = await findSessionCertificates(outcomes.official, id);
    expect(papers?.certificates.map(({ heldOn }) => heldOn)).toEqual([inDays(day)]);
    const passport = await findPassport(outcomes.official, women[0]?.personId ?? '');
    expect(passport?.sessions.map(({ on }) => on)).toEqual([inDays(day)]);
    expect(passport?.certificates.map(({ heldOn }) => heldOn)).toEqual([inDays(day)]);
  },
);

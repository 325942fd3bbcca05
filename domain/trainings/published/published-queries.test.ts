import { describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createSession } from '@/test/factories/trainings';
import { decided, inDays, makeCourse, makeEverySession, makeProposal, namesOf } from '@/test/stages/trainings';
import { findPublishedSession, listPublishedSessions, listPublishedSlugs } from './published-queries';

const { union, all } = await makeEverySession();

/** Every number and every word that is one, however deep: days and instants are none, whatever their minute is. */
function numbersIn(shown: unknown): number[] {
  const found: number[] = [];
  JSON.stringify(shown, (_, value) => {
    if (typeof value === 'number') found.push(value);
    if (typeof value === 'string' && /^\d+$/.test(value)) found.push(Number(value));
    return value;
  });
  return found;
}

describe('what everyone sees', () => {
  const span = { from: inDays(-30), to: inDays(30) };

  test('approved sessions from today on, with seats that are free and no name of anyone', async () => {
    await db.enrolment.create({
      data: {
        sessionId: all.approved.id,
        name: 'Cô Sáu',
        origin: 'official',
        state: 'confirmed',
        seatNo: 1,
        arrivalNo: 1,
      },
    });
    await db.enrolment.create({
      data: { sessionId: all.approved.id, name: 'Cô Bảy', origin: 'official', state: 'waiting', arrivalNo: 2 },
    });
    const { sessions, next } = await listPublishedSessions('vi', span);
    expect(namesOf(all, sessions)).toEqual(['approved', 'thereApproved']);
    expect(next).toBeNull();
    expect((await listPublishedSlugs()).sort()).toEqual([all.approved.slug, all.thereApproved.slug].sort());
    const shown = sessions.find(({ id }) => id === all.approved.id);
    expect(shown).toMatchObject({ seats: 30, free: 29, course: { code: 'vneid' }, commune: { name: 'Long Hưng' } });
    expect(JSON.stringify(sessions)).not.toMatch(/Mai|Sáu|Bảy/);
  });

  test('of a session for priority groups only whether there are seats: no number of it, in the list, on its page or beside others', async () => {
    const asked = { where: { id: all.approved.id } };
    const { audience } = await db.session.findUniqueOrThrow({ ...asked, select: { audience: true } });
    await db.session.update({ ...asked, data: { audience: 'priority_groups' }, select: { id: true } });
    const listed = (await listPublishedSessions('vi', span)).sessions.find(({ id }) => id === all.approved.id);
    const page = await findPublishedSession('en', all.approved.slug);
    for (const shown of [listed, page]) expect(shown).toMatchObject({ isFull: false, seats: null, free: null });
    for (const number of [29, 30]) expect(numbersIn([listed, page])).not.toContain(number);
    await db.session.update({ ...asked, data: { audience }, select: { id: true } });
  });

  test('narrowed by commune, course and days, and in the other language', async () => {
    const ofLongHung = await listPublishedSessions('en', {
      ...span,
      communeId: union.longHung.id,
      courseCode: 'vneid',
    });
    expect(ofLongHung.sessions.map(({ course }) => course.title)).toEqual(['Sử dụng VNeID (en)']);
    expect((await listPublishedSessions('vi', { ...span, courseCode: 'ocop' })).sessions).toEqual([]);
    expect((await listPublishedSessions('vi', { from: inDays(5), to: inDays(30) })).sessions).toEqual([]);
    expect((await listPublishedSessions('vi', { from: inDays(0), to: inDays(4) })).sessions).toEqual([]);
    expect((await listPublishedSessions('vi', { from: inDays(0), to: inDays(7), limit: 1 })).sessions).toHaveLength(1);
  });

  test('one page for what is or was public; a proposal has none, whatever became of it', async () => {
    const found = async (name: keyof typeof all) => Boolean(await findPublishedSession('vi', all[name].slug));
    for (const name of ['approved', 'held', 'cancelled'] as const) expect(await found(name), name).toBe(true);
    for (const name of ['waiting', 'refused', 'takenBack'] as const) expect(await found(name), name).toBe(false);
    expect(await findPublishedSession('vi', all.cancelled.slug)).toMatchObject({ state: 'cancelled' });
  });

  test('says when a session would have been before it was moved, once it was public', async () => {
    const { id, slug } = await makeProposal({ unit: union.khuPho6, courseId: await makeCourse() }, 9);
    const move = async (hours: number) => {
      const { startsAt, endsAt } = await db.session.findUniqueOrThrow({
        where: { id },
        select: { startsAt: true, endsAt: true },
      });
      const later = (instant: Date) => new Date(instant.getTime() + hours * 3_600_000);
      await db.session.update({
        where: { id },
        data: { startsAt: later(startsAt), endsAt: later(endsAt) },
        select: { id: true },
      });
      const before = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), venueId: null };
      await db.sessionDecision.create({ data: { sessionId: id, kind: 'moved', before }, select: { id: true } });
      return startsAt;
    };
    const found = async () => {
      const session = await findPublishedSession('vi', slug);
      return session?.before;
    };
    await move(1);
    await decided(id, 'approved');
    expect(await found()).toBeNull();
    const announced = await move(2);
    expect((await found())?.startsAt).toEqual(announced);
    // only its hall changed since
    await move(0);
    expect((await found())?.startsAt).toEqual(announced);
  });

  test('what has begun is listed until it ends, and not a moment longer', async () => {
    const from = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const course = { id: await makeCourse() };
    const make = (startsAt: string, endsAt: string) =>
      createSession(db, { course, unit: union.khuPho6, mode: 'unit_meeting', startsAt, endsAt });
    const running = await make(from(-30), from(30));
    const over = await make(from(-90), from(-1));
    const listed = (await listPublishedSessions('vi', span)).sessions.map(({ id }) => id);
    expect([listed.includes(running.id), listed.includes(over.id)]).toEqual([true, false]);
  });

  test('what several communes hold themselves, in the order of days, without what is for every commune', async () => {
    const forEveryone = await makeProposal({ unit: union.province, courseId: await makeCourse() }, 3);
    await decided(forEveryone.id, 'approved');
    const idsOf = async (narrowing: { communeId?: string; communeIds?: string[] }) =>
      (await listPublishedSessions('vi', { ...span, ...narrowing })).sessions.map(({ id }) => id);
    expect(await idsOf({ communeIds: [union.trangDai.id] })).toEqual([all.thereApproved.id]);
    expect(await idsOf({ communeIds: [union.trangDai.id, union.longHung.id] })).not.toContain(forEveryone.id);
    expect(await idsOf({ communeIds: [] })).toEqual([]);
    expect(await idsOf({ communeId: union.trangDai.id })).toContain(forEveryone.id);
  });
});

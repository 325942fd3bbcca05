import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { openParticipantRows } from '@/domain/exports/participant-rows-queries';
import { maskedPhone } from '@/domain/people/phones/phone';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeEnrolmentStage, newPhone, statesOf } from '@/test/stages/enrolments';
import { makeApproved } from '@/test/stages/trainings';
import { makeMember, makeViewer } from '@/test/union';
import { acceptOffer, enrolMembers, removeEnrolment, seeParticipantPhone } from './enrol-commands';
import { findSessionToJoin, listMembersToEnrol, listSessionsToJoin } from './join-queries';
import { listOwnParticipants, listParticipants } from './participants/participant-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
let head: Viewer;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
  head = await makeViewer('sub_association_head', stage.union.khuPho5);
});

const members = (count: number, unit = stage.union.khuPho5) =>
  Promise.all(Array.from({ length: count }, (_, at) => makeMember(unit, `Nguyễn Thị ${'ABCDEFG'[at]}`)));

describe('officials and heads', () => {
  test('enrol several members at once, in the order chosen: seats first, then places in the line', async () => {
    const session = await stage.openSession(2);
    const personIds = await members(3);
    expect(await enrolMembers(stage.official, { sessionId: session.id, personIds })).toMatchObject({
      value: { seated: 2, waiting: 1, already: 0 },
    });
    const again = await enrolMembers(head, { sessionId: session.id, personIds: [...personIds].reverse() });
    expect(again).toMatchObject({ value: { seated: 0, waiting: 0, already: 3 } });
    const list = await listParticipants(stage.official, session.id);
    expect(list?.participants.map(({ state, origin }) => [state, origin])).toEqual([
      ['confirmed', 'group'],
      ['confirmed', 'group'],
      ['waiting', 'group'],
    ]);
  });

  test('reach only their own members: one who is not hers refuses all, and nobody is enrolled', async () => {
    const session = await stage.openSession(5);
    const [hers, another] = [await members(1), await members(1, stage.union.ongHuong)];
    for (const viewer of [stage.official, head])
      expect(await enrolMembers(viewer, { sessionId: session.id, personIds: [...hers, ...another] })).toMatchObject({
        problem: 'not-found',
      });
    for (const viewer of [stage.elsewhere, stage.trainer, await makeViewer('viewer', stage.union.longHung)])
      expect(await enrolMembers(viewer, { sessionId: session.id, personIds: hers })).toMatchObject({
        problem: 'not-found',
      });
    expect(await statesOf(session.id)).toEqual([]);
    expect(
      (await listMembersToEnrol(head, { sessionId: session.id, unitId: stage.union.ongHuong.id })).members,
    ).toEqual([]);
  });

  test('a head enrols her members into a session of the commune above her, and sees only them of it', async () => {
    const session = await stage.openSession(5, stage.union.longHung);
    const [mine] = await members(1);
    const [another] = await members(1, stage.union.khuPho6);
    await enrolMembers(stage.official, { sessionId: session.id, personIds: [another ?? ''] });
    expect((await listSessionsToJoin(head)).map(({ id }) => id)).toContain(session.id);
    expect((await enrolMembers(head, { sessionId: session.id, personIds: [mine ?? ''] })).ok).toBe(true);
    expect(await listParticipants(head, session.id)).toBeNull();
    expect((await listOwnParticipants(head, session.id)).map(({ name }) => name)).toEqual(['Nguyễn Thị A']);
    const next = await stage.openSession(5, stage.union.trangDai);
    expect(await findSessionToJoin(head, next.id)).toBeNull();
  });

  test('two members who share a number are both enrolled by name; one who had signed up herself keeps her place', async () => {
    const session = await stage.openSession(5);
    const phone = '+84966000111';
    const [mother, daughter] = await Promise.all([
      createMember(db, stage.union.khuPho5, { name: 'Lê Thị Mẹ', phone }),
      createMember(db, stage.union.khuPho5, { name: 'Lê Thị Con', phone }),
    ]);
    await stage.join(session, { name: 'Lê Thị Mẹ', phone: '0966000111' });
    const result = await enrolMembers(head, { sessionId: session.id, personIds: [mother.id, daughter.id] });
    expect(result).toMatchObject({ value: { seated: 1, already: 1 } });
    // the mother once, of her own sign-up; the daughter of this
    const told = await db.outboxMessage.findMany({
      where: { sessionId: session.id },
      select: { about: true, recipient: true, enrolment: { select: { personId: true } } },
      take: 9,
    });
    const each = { about: 'enrolled', recipient: maskedPhone(phone) };
    const of = (personId: string) => ({ ...each, enrolment: { personId } });
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining([of(mother.id), of(daughter.id)]));
  });

  test('one who had signed up before she was on record keeps her place; another of her number and record has her own', async () => {
    const session = await stage.openSession(5);
    await stage.join(session, { name: 'Lê Thị Mơ', phone: '0966000222' });
    const [first, other] = await Promise.all(
      ['Lê Thị Mơ', 'Lê Thị Mận'].map((name) => createMember(db, stage.union.khuPho5, { name, phone: '+84966000222' })),
    );
    const personIds = [first?.id ?? '', other?.id ?? ''];
    const result = await enrolMembers(head, { sessionId: session.id, personIds });
    expect(result).toMatchObject({ value: { seated: 1, already: 1 } });
    const rows = await db.enrolment.findMany({
      where: { sessionId: session.id },
      orderBy: { arrivalNo: 'asc' },
      select: { personId: true },
      take: 9,
    });
    expect(rows.map(({ personId }) => personId)).toEqual(personIds);
  });

  test('a seat that was given back is the next that is given', async () => {
    const session = await stage.openSession(3);
    const tickets = [await stage.join(session), await stage.join(session)];
    await stage.press(tickets[0] ?? '', 'cancel');
    await stage.join(session);
    await stage.join(session);
    await stage.join(session);
    const rows = await db.enrolment.findMany({
      where: { sessionId: session.id },
      orderBy: { arrivalNo: 'asc' },
      select: { seatNo: true, state: true },
      take: 9,
    });
    expect(rows.map(({ seatNo, state }) => [state, seatNo])).toEqual([
      ['cancelled', null],
      ['confirmed', 2],
      ['confirmed', 1],
      ['confirmed', 3],
      ['waiting', null],
    ]);
  });

  test('a seat that came free unseen is offered to who waits before anybody who comes alone has her place', async () => {
    const session = await stage.openSession(1);
    await stage.join(session);
    await stage.join(session);
    await db.session.update({ where: { id: session.id }, data: { seats: 2 }, select: { id: true } });
    await stage.join(session);
    expect(await statesOf(session.id)).toEqual(['confirmed', 'offered', 'waiting']);
  });

  test('take somebody off the list, and the next in line is offered the seat; nobody else does', async () => {
    const session = await stage.openSession(1);
    const [first, second] = await members(2);
    await enrolMembers(head, { sessionId: session.id, personIds: [first ?? '', second ?? ''] });
    const enrolmentId = (await listParticipants(head, session.id))?.participants[0]?.id ?? '';
    const asked = { sessionId: session.id, enrolmentId };
    for (const viewer of [
      stage.elsewhere,
      stage.trainer,
      await makeViewer('sub_association_head', stage.union.khuPho6),
    ])
      expect(await removeEnrolment(viewer, asked)).toMatchObject({ problem: 'not-found' });
    expect((await removeEnrolment(head, asked)).ok).toBe(true);
    expect(await removeEnrolment(head, asked)).toMatchObject({ problem: 'not-on-list' });
    expect(await statesOf(session.id)).toEqual(['cancelled', 'offered']);
  });

  test('take the offered seat for a woman who said so by telephone, while the offer stands; nobody else does', async () => {
    const session = await stage.openSession(1);
    const [first, second] = await members(2);
    await enrolMembers(head, { sessionId: session.id, personIds: [first ?? '', second ?? ''] });
    const rows = (await listParticipants(head, session.id))?.participants ?? [];
    const [has, waits] = rows.map(({ id: enrolmentId }) => ({ sessionId: session.id, enrolmentId }));
    if (!has || !waits) throw new Error('nobody is on the list');
    expect(await acceptOffer(head, waits)).toMatchObject({ problem: 'offer-over' });
    await removeEnrolment(head, has);
    expect((await listParticipants(head, session.id))?.participants.map(({ may }) => may.accept)).toEqual([
      false,
      true,
    ]);
    for (const viewer of [stage.elsewhere, stage.trainer])
      expect(await acceptOffer(viewer, waits)).toMatchObject({ problem: 'not-found' });
    for (const time of ['first', 'again'])
      expect(await acceptOffer(stage.official, waits), time).toMatchObject({ ok: true });
    expect(await statesOf(session.id)).toEqual(['cancelled', 'confirmed']);
  });
});

describe('the list of participants', () => {
  test('is seen by officials of the unit and by those who teach it, not by a neighbour or another trainer', async () => {
    const { union, courseId, trainer } = stage;
    const mine = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 60);
    const others = await makeApproved({ unit: union.khuPho5, courseId }, 61);
    for (const session of [mine, others]) await stage.join(session, { name: 'Cô Sáu Bí Mật' });
    expect((await listParticipants(trainer, mine.id))?.participants[0]).toMatchObject({
      name: 'Cô Sáu Bí Mật',
      may: { remove: false, seePhone: false },
    });
    expect(await listParticipants(trainer, others.id)).toBeNull();
    for (const viewer of [stage.elsewhere, await makeViewer('editor', union.province)])
      expect(await listParticipants(viewer, mine.id)).toBeNull();
    for (const session of [mine, others]) expect(await listParticipants(stage.official, session.id)).not.toBeNull();
    expect(await openParticipantRows(trainer, mine.id)).toBeNull();
    expect((await openParticipantRows(stage.official, mine.id))?.total).toBe(1);
  });

  test('shows numbers masked; a whole one is asked for, and that leaves a trail without the number', async () => {
    const session = await stage.openSession(2);
    const phone = newPhone();
    await stage.join(session, { phone });
    const row = (await listParticipants(stage.official, session.id))?.participants[0];
    expect(row?.phone).toMatch(/^09•• ••• \d{3}$/);
    const asked = { sessionId: session.id, enrolmentId: row?.id ?? '' };
    expect(await seeParticipantPhone(stage.trainer, asked)).toMatchObject({ problem: 'not-found' });
    expect(await seeParticipantPhone(stage.official, asked)).toMatchObject({
      value: { phone: phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3') },
    });
    const trail = await db.auditEntry.findMany({ where: { subjectId: asked.enrolmentId, verb: 'read' }, take: 9 });
    expect(trail.map(({ action }) => action)).toEqual(['seeParticipantPhone']);
    expect(JSON.stringify(trail)).not.toContain(phone.slice(-6));
  });
});

import type { Viewer } from '@/domain/access/viewer';
import type { Mark } from '@/domain/attendance/mark';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSkill } from '@/test/factories/trainings';
import { newId, write } from '@/test/factories/write';
import { makeUnion, makeViewer, type TestUnit } from '@/test/union';
import { decided, makeApproved, makeTrainer } from './trainings';

/** Sessions that have begun, with a register: what comes of a training is recorded on these. */

type Made = { id: string };

/** A union with a course of two skills and those who have to do with what comes of its sessions. */
export async function makeOutcomeStage() {
  const union = await makeUnion();
  const skills = [await createSkill(db), await createSkill(db)] as const;
  return {
    union,
    skills,
    course: await createCourse(db, { skills }),
    official: await makeViewer('commune_official', union.longHung),
    elsewhere: await makeViewer('commune_official', union.trangDai),
    province: await makeViewer('province_official', union.province),
    head: await makeViewer('sub_association_head', union.khuPho5),
    trainer: await makeTrainer(union.longHung, 'Trần Thị Mai'),
    device: await makeDevice(),
  };
}

export type OutcomeStage = Awaited<ReturnType<typeof makeOutcomeStage>>;

export async function makeDevice() {
  const [id, account] = [newId(), await createAccount(db)];
  await write(db, [['device', { id, account_id: account.id, label: 'điện thoại' }]]);
  return { id, accountId: account.id };
}

let taps = 0;

/** A phone's mark for somebody. */
export async function tap(device: { id: string; accountId: string }, session: Made, enrolment: Made, mark: Mark) {
  const sequence = ++taps;
  const when = new Date().toISOString();
  await write(db, [
    [
      'attendance_event',
      {
        device_id: device.id,
        sequence,
        session_id: session.id,
        enrolment_id: enrolment.id,
        kind: 'mark',
        mark,
        marked_at: when,
        clock_offset_ms: 0,
        marked_by_id: device.accountId,
        held_for_review: false,
        received_at: when,
      },
    ],
  ]);
}

type SessionWish = { unit?: TestUnit; marks?: readonly Mark[]; trainer?: Viewer | null; days?: number; held?: boolean };
export type Attended = { id: string; women: { personId: string; enrolmentId: string }[] };

/**
 * An approved session of so many days ago (another hour each time, so that none clash), with a woman of its unit for
 * each mark; `held` closes it.
 */
export async function makeAttended(stage: OutcomeStage, wish: SessionWish = {}): Promise<Attended> {
  const { unit = stage.union.khuPho5, marks = ['present', 'late', 'absent'], days = -1, held = false } = wish;
  const trainer = wish.trainer === undefined ? stage.trainer : wish.trainer;
  const trainerIds = trainer?.personId ? [trainer.personId] : [];
  const day = days - Math.floor(++sessions / 10);
  const from = `${String(8 + (sessions % 10)).padStart(2, '0')}:00`;
  const session = await makeApproved(
    { unit, courseId: stage.course.id, trainerIds },
    day,
    from,
    from.replace(':00', ':45'),
  );
  const women: Attended['women'] = [];
  for (const [at, mark] of marks.entries()) {
    const person = await createMember(db, unit, {
      name: `Nguyễn Thị Học ${'ABCDEFGHIJ'[at % 10]}${'xyz'[sessions % 3]}`,
    });
    const enrolment = await createEnrolment(db, session, person, at + 1);
    await tap(stage.device, session, enrolment, mark);
    women.push({ personId: person.id, enrolmentId: enrolment.id });
  }
  if (held) await decided(session.id, 'held');
  return { id: session.id, women };
}

let sessions = 0;

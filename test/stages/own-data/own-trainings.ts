import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { type Made, newId, write } from '@/test/factories/write';
import { HER, IN_A_TEXT, past } from '../her';

type Rows = Parameters<typeof write>[1];

/** What is kept of her where she learned and taught. */
export async function trains(her: Made, unit: Made) {
  const course = await createCourse(db);
  const on = (day: string) => ({ course, unit, startsAt: `${day}T14:00:00+07:00`, endsAt: `${day}T16:00:00+07:00` });
  const held = await createSession(db, { ...on('2026-03-05'), state: 'held' });
  await createSession(db, { ...on('2026-03-06'), state: 'held', trainers: [her] });
  const ahead = await createSession(db, on('2027-06-05'));
  const [was, will] = [await createEnrolment(db, held, her, 1), await createEnrolment(db, ahead, her, 1)];
  for (const { id } of [was, will]) {
    const data = { name: HER.name, phone: HER.phone, accessNeed: IN_A_TEXT };
    await db.enrolment.update({ where: { id }, data, select: { id: true } });
  }
  const account = await createAccount(db);
  await write(db, [
    ...rowsOfTheSession(held, was, account),
    ...rowsOfTheTrainer(her, held, account),
    ...rowsOfWaiting(her, { course, unit, ahead, will }),
    ...rowsOfRecognition(her, account),
  ]);
}

/** Her mark on a phone, and what somebody said of the session. */
function rowsOfTheSession(held: Made, was: Made, account: Made): Rows {
  const device = newId();
  return [
    ['device', { id: device, account_id: account.id, label: 'điện thoại' }],
    [
      'attendance_event',
      {
        device_id: device,
        sequence: 1,
        session_id: held.id,
        enrolment_id: was.id,
        kind: 'mark',
        mark: 'present',
        marked_at: '2026-03-05T14:05:00+07:00',
        marked_by_id: account.id,
      },
    ],
    [
      'session_feedback',
      { id: newId(), session_id: held.id, face: 3, comment: IN_A_TEXT, given_at: '2026-03-04T17:00:00Z' },
    ],
  ];
}

/** What a trainer wrote down, and her recognition as one. */
function rowsOfTheTrainer(her: Made, held: Made, account: Made): Rows {
  return [
    [
      'session_report',
      {
        id: newId(),
        session_id: held.id,
        number: 1,
        people_present: 1,
        written_by_id: account.id,
        went_well: IN_A_TEXT,
        to_improve: IN_A_TEXT,
        materials: IN_A_TEXT,
        written_at: '2026-03-05T18:00:00Z',
      },
    ],
    [
      'qualification',
      {
        id: newId(),
        person_id: her.id,
        kind: 'digital_instructor',
        valid_from: past.from,
        valid_to: past.to,
        ended_at: '2026-02-01T03:00:00Z',
        ended_by_id: account.id,
        end_reason: IN_A_TEXT,
        version: 1,
      },
    ],
  ];
}

type Waiting = { course: Made; unit: Made; ahead: Made; will: Made };

/** Her name without her record, her wish to learn, and what she was told. */
function rowsOfWaiting(her: Made, { course, unit, ahead, will }: Waiting): Rows {
  return [
    [
      'enrolment',
      {
        id: newId(),
        session_id: ahead.id,
        name: HER.name.toUpperCase(),
        phone: '+84909777123',
        arrival_no: 2,
        state: 'cancelled',
        origin: 'public_page',
        version: 1,
      },
    ],
    [
      'topic_wait',
      { id: newId(), course_id: course.id, unit_id: unit.id, person_id: her.id, name: HER.name, phone: HER.phone },
    ],
    [
      'outbox_message',
      {
        id: newId(),
        kind: 'sms',
        dedupe_key: `nhac-${will.id}`,
        recipient: HER.phone,
        enrolment_id: will.id,
        about: 'session-cancelled',
        facts: JSON.stringify({ reason: IN_A_TEXT }),
        locale: 'vi',
      },
    ],
  ];
}

function rowsOfRecognition(her: Made, account: Made): Rows {
  return [
    [
      'certificate',
      {
        id: newId(),
        code: `GCN-${her.id.slice(0, 8)}`,
        person_id: her.id,
        topic_vi: 'VNeID',
        topic_en: 'VNeID',
        hours: 2,
        held_on: '2026-03-05',
        issuer_vi: 'Hội',
        issuer_en: 'Union',
        holder_name: HER.name,
        issued_by_id: account.id,
      },
    ],
  ];
}

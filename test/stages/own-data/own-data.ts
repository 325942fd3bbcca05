import { toDate } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createLesson } from '@/test/factories/peer-lessons';
import { createHousehold, createMember, createOffice } from '@/test/factories/people';
import { createSkill } from '@/test/factories/trainings';
import { type Made, newId, write } from '@/test/factories/write';
import type { TestUnion } from '@/test/union';
import { HER, IN_A_TEXT, past } from '../her';
import { isSeen } from './own-traces';
import { trains } from './own-trainings';

type Rows = Parameters<typeof write>[1];

/**
 * A woman of Khu phố 5 with past rows in every table that points to persons: a member since July 2025, her name,
 * phone and address in every text that can hold them, another record merged into hers.
 */
export async function makeWomanOfManyRows({
  khuPho5,
  to1,
  longHung,
}: TestUnion): Promise<{ id: string; absorbedId: string }> {
  const her = await createMember(db, khuPho5, { name: HER.name, phone: HER.phone });
  const absorbed = await createMember(db, to1, { name: HER.formerName, to: '2026-01-01' });
  await db.person.update({
    where: { id: her.id },
    data: { address: HER.address, languages: ['vi'] },
    select: { id: true },
  });
  await db.person.update({ where: { id: absorbed.id }, data: { mergedIntoId: her.id }, select: { id: true } });
  const recorder = await createAccount(db);
  await belongs(her, absorbed, khuPho5, recorder);
  await works(her, khuPho5, to1);
  await trains(her, khuPho5);
  await isSeen(her, absorbed, longHung, recorder);
  return { id: her.id, absorbedId: absorbed.id };
}

async function belongs(her: Made, absorbed: Made, unit: Made, recorder: Made) {
  await createOffice(db, unit, her, 'group_deputy', past);
  await db.office.updateMany({ where: { personId: her.id }, data: { endReason: IN_A_TEXT } });
  await db.membership.updateMany({ where: { personId: absorbed.id }, data: { endReason: IN_A_TEXT } });
  const household = await createHousehold(db, unit, her);
  await db.household.update({ where: { id: household.id }, data: { name: `Hộ ${HER.name}` }, select: { id: true } });
  await write(db, [
    ...rowsOfTheNetwork(her, unit),
    ...rowsOfTheAccount(her, unit, recorder),
    ...rowsOfTheRecord(her, absorbed, unit, recorder),
  ]);
  for (const purpose of ['record_keeping', 'sensitive_data', 'contact'] as const) {
    await createConsentText(db, purpose);
    await createConsent(db, her, purpose);
  }
}

function rowsOfTheNetwork(her: Made, unit: Made): Rows {
  const networkId = newId();
  return [
    [
      'network',
      {
        id: networkId,
        kind: 'knowledge_sharing_group',
        unit_id: unit.id,
        name: 'Nhóm Zalo',
        valid_from: past.from,
        version: 1,
      },
    ],
    ['network_member', { id: newId(), network_id: networkId, person_id: her.id, valid_from: past.from }],
  ];
}

/** Her account, an invitation to another one, and her card. */
function rowsOfTheAccount(her: Made, unit: Made, recorder: Made): Rows {
  return [
    [
      'account',
      {
        id: newId(),
        person_id: her.id,
        display_name: HER.name,
        email: `her-${her.id}@demo.invalid`,
        phone: HER.phone,
        locale: 'vi',
        version: 1,
      },
    ],
    [
      'invitation',
      {
        id: newId(),
        token_hash: `\\x${her.id.replaceAll('-', '').repeat(2)}`,
        address: HER.phone,
        role: 'trainer',
        unit_id: unit.id,
        person_id: her.id,
        invited_by_id: recorder.id,
        expires_at: '2099-01-01T00:00:00Z',
      },
    ],
    [
      'member_card',
      {
        id: newId(),
        token_hash: `\\x${her.id.replaceAll('-', '').repeat(2)}`,
        person_id: her.id,
        unit_id: unit.id,
        made_by_id: recorder.id,
        misses: 0,
      },
    ],
  ];
}

/** Where her record was asked for, and where it took up another one. */
function rowsOfTheRecord(her: Made, absorbed: Made, unit: Made, recorder: Made): Rows {
  return [
    [
      'person_request',
      {
        id: newId(),
        person_id: her.id,
        to_unit_id: unit.id,
        purpose: 'join',
        sought_name: HER.name,
        sought_phone: HER.phone,
        asked_by_id: recorder.id,
        reason: IN_A_TEXT,
        version: 1,
      },
    ],
    [
      'person_merge',
      {
        id: newId(),
        survivor_id: her.id,
        absorbed_id: absorbed.id,
        choices: { name: HER.formerName },
        moved: [],
        merged_by_id: recorder.id,
      },
    ],
  ];
}

async function works(her: Made, unit: Made, near: Made) {
  const [skill, family] = [await createSkill(db), await createModel(db, unit)];
  const [teacher, learner] = [
    await createMember(db, near, { name: 'Đặng Thị Kèm' }),
    await createMember(db, near, { name: 'Hà Thị Học' }),
  ];
  await joinModel(db, family, her);
  await joinModel(db, family, her, { office: 'member', from: past.from });
  await db.boardSeat.updateMany({ where: { personId: her.id }, data: { validTo: toDate('2026-02-01') } });
  const pairs = [
    await createPair(db, unit, her, learner, { ...past, tiedTo: family }),
    await createPair(db, unit, teacher, her, past),
  ];
  for (const { id } of pairs) {
    await db.pair.update({
      where: { id },
      data: { endReason: IN_A_TEXT, endNote: IN_A_TEXT, outcome: IN_A_TEXT },
      select: { id: true },
    });
    await write(db, [
      ['pair_goal', { id: newId(), pair_id: id, skill_id: skill.id, mark: 'alone', marked_on: past.from, version: 1 }],
      ['pair_contact', { id: newId(), pair_id: id, on_day: past.from, skill_id: skill.id, minutes: 30 }],
    ]);
  }
  await createLesson(db, unit, { teacher: her, learners: [learner], topic: skill, on: past.from });
  await createLesson(db, unit, { teacher, learners: [her], topic: skill, on: past.from });
  await write(db, [
    ['person_skill', { person_id: her.id, skill_id: skill.id, mark: 'with_help', marked_on: past.from, version: 1 }],
    [
      'model_activity',
      { id: newId(), model_id: family.id, on_day: past.from, topic: 'VNeID', note: IN_A_TEXT, version: 1 },
    ],
    [
      'model_activity',
      {
        id: newId(),
        model_id: family.id,
        on_day: past.from,
        topic: 'VNeID',
        version: 1,
        taken_back_at: `${past.from}T08:00:00+07:00`,
        taken_back_reason: IN_A_TEXT,
      },
    ],
  ]);
}

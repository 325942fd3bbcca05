import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { exportOwnData } from '@/domain/consents/own-data/own-data-commands';
import { findOwnData } from '@/domain/consents/own-data/own-data-queries';
import { readSensitive, writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { seeParticipantPhone } from '@/domain/enrolments/enrol-commands';
import { listParticipants } from '@/domain/enrolments/participants/participant-queries';
import { recordExport } from '@/domain/exports/commands';
import { memberRows } from '@/domain/exports/member-rows-queries';
import { openParticipantRows } from '@/domain/exports/participant-rows-queries';
import { ringFile } from '@/domain/ground/sealing-keys';
import { seeNumbers } from '@/domain/messages/commands';
import { listMessages } from '@/domain/messages/queries';
import { listAnswering } from '@/domain/reminders/answering-queries';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createMember, createOffice } from '@/test/factories/people';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { listLikelyPairs } from '../duplicates/duplicate-list-queries';
import { listPeople } from '../list-queries';
import { findPerson } from '../record-queries';
import { seePhone } from './phone-commands';

const NUMBER = '+84912345678';
const ETHNICITY = 'Chơ Ro của chị';
const stage = await makeTrainingStage();
const { union } = stage;
let her: string;
let sessionId: string;
let enrolmentId: string;
let messageId: string;
/** Of whom the portal believes that the whole city is hers, as where a filter is forgotten; the database knows better. */
let neighbour: Viewer;
let official: Viewer;

beforeAll(async () => {
  writeFileSync(ringFile(), `first:${randomBytes(32).toString('base64')}\n`);
  await createConsentText(db, 'sensitive_data');
  her = (await createMember(db, union.khuPho5, { name: 'Lò Thị Sau Cửa', birthYear: 1970, phone: NUMBER })).id;
  await createMember(db, union.khuPho5, { name: 'Lò Thị Sau Cửa', birthYear: 1970, phone: NUMBER });
  await createOffice(db, union.khuPho5, { id: her }, 'sub_association_head');
  await createConsent(db, { id: her }, 'sensitive_data');
  official = await makeViewer('commune_official', union.longHung);
  const wide = { role: 'province_official' as const, unitId: union.province.id, path: union.province.path };
  neighbour = { ...(await makeViewer('commune_official', union.trangDai)), grants: [wide] };
  await writeSensitive(official, { personId: her, field: 'ethnicity', values: [ETHNICITY], version: 0 });
  const wish = {
    unit: union.longHung,
    courseId: stage.courseId,
    venueId: stage.hall,
    trainerIds: [stage.trainer.personId],
  };
  ({ id: sessionId } = await makeApproved(wish, 3));
  const seat = { sessionId, arrivalNo: 1, seatNo: 1, origin: 'official', state: 'confirmed', personId: her } as const;
  ({ id: enrolmentId } = await db.enrolment.create({ data: seat, select: { id: true } }));
  const told = {
    kind: 'zalo',
    about: 'enrolled',
    locale: 'vi',
    dedupeKey: enrolmentId,
    sessionId,
    enrolmentId,
  } as const;
  ({ id: messageId } = await db.outboxMessage.create({ data: told, select: { id: true } }));
});

async function all<Row>(rows: AsyncIterable<Row> | undefined): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows ?? []) list.push(row);
  return list;
}
const openingOf = async (viewer: Viewer, list: 'people' | 'participants') => {
  const about = list === 'participants' ? { sessionId } : {};
  const recorded = await recordExport(viewer, { list, format: 'csv', total: 2, narrowedBy: [], ...about });
  return recorded.ok ? recorded.value.opening : expect.unreachable();
};

/** Everything that lists, shows, opens or exports numbers and sensitive fields of Long Hưng. */
const asked: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  'the register': (viewer) => listPeople(viewer, {}),
  'her record': (viewer) => findPerson(viewer, her),
  'her number': (viewer) => seePhone(viewer, { personId: her }),
  'the export of members': async (viewer) => all(memberRows(viewer, {}, await openingOf(viewer, 'people'))),
  'a list of participants': (viewer) => listParticipants(viewer, sessionId),
  'the number of a participant': (viewer) => seeParticipantPhone(viewer, { sessionId, enrolmentId }),
  'the export of participants': async (viewer) =>
    all((await openParticipantRows(viewer, sessionId))?.rows(await openingOf(viewer, 'participants'))),
  'whom to tell': (viewer) => listMessages(viewer, {}),
  'the numbers of messages': (viewer) => seeNumbers(viewer, { messageIds: [messageId] }),
  'likely the same': (viewer) => listLikelyPairs(viewer),
  'who answers for a unit': (viewer) => listAnswering(viewer, [union.khuPho5.id]),
  'the page of her own data': (viewer) => findOwnData(viewer, her),
  'her own data': (viewer) => exportOwnData(viewer, her, 'json'),
  'her sensitive fields': (viewer) => readSensitive(viewer, her),
};
/** What of it comes back, without whatever blanks a number is read out with. */
const said = async (ask: (viewer: Viewer) => Promise<unknown>, viewer: Viewer) =>
  JSON.stringify(await ask(viewer)).replace(/\s/g, '');
const WHOLE = /912345678/;

describe('with the portal’s own checks gone', () => {
  test.each(Object.keys(asked))('%s tells a neighbour no number and no sensitive field', async (name) => {
    const answer = await said(asked[name] ?? expect.unreachable(), neighbour);
    expect(answer).not.toMatch(WHOLE);
    expect(answer).not.toContain(ETHNICITY.replace(/\s/g, ''));
  });

  test('what is asked reached her all the same: the register, her record and her messages are there', async () => {
    for (const name of [
      'the register',
      'her record',
      'the export of members',
      'whom to tell',
      'the page of her own data',
    ])
      expect(await said(asked[name] ?? expect.unreachable(), neighbour), name).toContain('LòThịSauCửa');
  });

  test.each([
    'her number',
    'the export of members',
    'the number of a participant',
    'the export of participants',
    'the numbers of messages',
    'her own data',
  ])('%s tells who answers for her the whole one', async (name) => {
    expect(await said(asked[name] ?? expect.unreachable(), official)).toMatch(WHOLE);
  });
});

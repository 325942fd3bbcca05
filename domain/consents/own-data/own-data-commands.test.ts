import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { HER } from '@/test/stages/her';
import { makeWomanOfManyRows } from '@/test/stages/own-data/own-data';
import { added } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { takeConsent, withdrawConsent } from '../consent-commands';
import { readSensitive, writeSensitive } from '../sensitive/sensitive-commands';
import { COLUMNS_ON_PERSONS, type OwnData } from './own-data';
import { exportOwnData } from './own-data-commands';
import { findOwnData } from './own-data-queries';

let union: TestUnion;
let official: Viewer;
let her: string;
let data: OwnData;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  her = (await makeWomanOfManyRows(union)).id;
  await writeSensitive(official, { personId: her, field: 'ethnicity', values: ['Thái'], version: 0 });
  await readSensitive(official, her);
  data = (await findOwnData(official, her)) ?? expect.unreachable();
});

describe('what is held on a woman', () => {
  test('every column of the database that points to a person is shown, or says why not', async () => {
    const columns = await db.$queryRaw<{ name: string }[]>`
      SELECT c.conrelid::regclass || '.' || a.attname AS name
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass`;
    expect(Object.keys(COLUMNS_ON_PERSONS).sort()).toEqual(columns.map(({ name }) => name).sort());
    for (const [column, shown] of Object.entries(COLUMNS_ON_PERSONS)) {
      if (typeof shown === 'object') continue;
      const section = data[shown];
      expect(Array.isArray(section) ? section.length : section, `${column}: ${shown}`).toBeTruthy();
    }
  });

  test('is whole: her words, her partner, her sessions, her consents with their wording, who looked', () => {
    expect(data.person).toMatchObject({ name: HER.name, phone: '09•• ••• 123', alsoRecordedAs: [HER.formerName] });
    expect(data.memberships).toHaveLength(2);
    expect(data.pairs).toMatchObject([
      { as: 'instructor', with: 'Hà Thị Học', goals: [{ mark: 'alone' }], contacts: [{ minutes: 30 }] },
      { as: 'learner', with: 'Đặng Thị Kèm' },
    ]);
    expect(data.trainings).toMatchObject([{ attendance: 'present', name: HER.name }, { state: 'confirmed' }]);
    expect(data.consents).toHaveLength(3);
    expect(data.consents[0]?.wording).toContain('Tôi đồng ý');
    expect(data.articles).toMatchObject([{ public: false }]);
    expect(data.readings).toMatchObject([{ verb: 'read', by: official.displayName, fields: ['ethnicity'] }]);
    expect(data.sensitive).toEqual(['ethnicity']);
    expect(data.invitations).toMatchObject([{ address: '09•• ••• 123', role: 'trainer' }]);
    expect(JSON.stringify(data)).not.toContain('Thái');
  });

  test('tells each answer to a picture with the picture, the use and its last day: no two are alike', async () => {
    const [pictureId, personId] = [await added(official, union.khuPho5), await makeMember(union.khuPho5)];
    const textId = (await createConsentText(db, 'image')).id;
    const lastDay = addDays(today(), 10);
    const asked = { purpose: 'image', channel: 'paper', day: today(), answer: 'given' } as const;
    const input = { ...asked, personId, pictureId, textId, uses: ['portal' as const], lastDay };
    expect((await takeConsent(official, input)).ok).toBe(true);
    const of = { purpose: 'image', picture: { description: 'Chị em học gọi video', since: today() } };
    const { consents, pictures } = (await findOwnData({ ...official, locale: 'en' }, personId)) ?? {};
    expect(consents?.filter(({ picture }) => picture)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...of, use: null, lastDay: null }),
        expect.objectContaining({ ...of, use: 'portal', lastDay }),
      ]),
    );
    const uses = {
      portal: { state: 'given', lastDay },
      share_card: { state: 'not-asked' },
      print: { state: 'not-asked' },
    };
    expect(pictures).toMatchObject([{ description: of.picture.description, uses }]);
  });

  test('is taken out with the sensitive fields opened, each time with a line in the trail', async () => {
    const trail = () => db.auditEntry.findMany({ where: { subjectId: her, verb: 'exported' }, take: 9 });
    const result = await exportOwnData(official, her, 'pdf');
    expect(result).toMatchObject({ ok: true, value: { sensitiveOpened: [{ field: 'ethnicity', values: ['Thái'] }] } });
    expect(await trail()).toMatchObject([
      { actorId: official.accountId, change: { format: 'pdf', fields: ['ethnicity'] } },
    ]);
    await exportOwnData(official, her, 'json');
    expect(await trail()).toHaveLength(2);
    expect((await findOwnData(official, her))?.readings).toHaveLength(3);
  });

  test('shows no whole number; what she is handed has them whole, and is in the trail', async () => {
    const digits = HER.phone.slice(3);
    expect(JSON.stringify(data).replace(/[\s.]/g, '')).not.toContain(digits);
    const before = await db.auditEntry.count({ where: { subjectId: her, verb: 'exported' } });
    const handed = await exportOwnData(official, her, 'json');
    if (!handed.ok) expect.unreachable();
    expect(handed.value.person.phone).toBe(HER.phone);
    expect(handed.value.trainings.map(({ phone }) => phone)).toContain(HER.phone);
    expect(await db.auditEntry.count({ where: { subjectId: her, verb: 'exported' } })).toBe(before + 1);
  });

  test('is shown by who keeps her record alone: not by head, reader or the neighbour', async () => {
    for (const [role, unit] of [
      ['sub_association_head', union.khuPho5],
      ['viewer', union.longHung],
      ['commune_official', union.trangDai],
    ] as const) {
      const viewer = await makeViewer(role, unit);
      expect(await findOwnData(viewer, her)).toBeNull();
      expect(await exportOwnData(viewer, her, 'json')).toEqual({ ok: false, problem: 'not-found' });
    }
    expect(await findOwnData(official, nothing)).toBeNull();
    expect(await findOwnData(await makeViewer('province_official', union.province), her)).not.toBeNull();
  });

  test('holds no sensitive field once the consent is withdrawn', async () => {
    await createConsentText(db, 'image');
    const other = await makeMember(union.khuPho5);
    expect((await exportOwnData(official, other, 'json')).ok).toBe(true);
    const day = '2026-01-11' as const;
    expect(
      (await withdrawConsent(official, { personId: her, purpose: 'sensitive_data', channel: 'phone', day })).ok,
    ).toBe(true);
    const result = await exportOwnData(official, her, 'json');
    expect(result).toMatchObject({ ok: true, value: { sensitive: [], sensitiveOpened: [] } });
  });
});

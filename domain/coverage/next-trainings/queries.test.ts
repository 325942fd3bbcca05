import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { proposeSession } from '@/domain/trainings/commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createGroup, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { decided, inDays, makeApproved, makeCourse, makeTrainer, makeVenue } from '@/test/stages/trainings';
import { makeCommune, makeUnion, makeViewer } from '@/test/union';
import { listNextTrainings } from './queries';

let union: Awaited<ReturnType<typeof makeUnion>>;
let province: Viewer;
let official: Viewer;
let trainer: Viewer & { personId: string };
let courseId: string;
let pale: MadeUnit;
let hall: string;
const viewers: Record<string, Viewer> = {};

const offered = async (viewer: Viewer, asked: Parameters<typeof listNextTrainings>[1] = {}) =>
  (await listNextTrainings(viewer, asked))?.offered ?? null;
const names = async (viewer: Viewer) => (await offered(viewer))?.map(({ place }) => place.name) ?? null;

beforeAll(async () => {
  union = await makeUnion();
  pale = await makeCommune(union.province, 'Phú Lý');
  const silent = await createCommune(db, union.province, { name: 'Im Lặng' });
  await createSubAssociation(db, silent);
  courseId = await makeCourse();
  const skill = await db.skill.create({
    data: { code: 'vneid', domain: 'services', nameVi: 'VNeID', nameEn: 'VNeID', position: 1, neededToInstruct: true },
    select: { id: true },
  });
  await db.courseSkill.create({ data: { courseId, skillId: skill.id }, select: { courseId: true } });

  const [first, second] = [
    await createSubAssociation(db, pale, { name: 'Ấp 1' }),
    await createSubAssociation(db, pale, { name: 'Ấp 2' }),
  ];
  for (const name of ['Tổ 1', 'Tổ 2', 'Tổ 10']) await createGroup(db, second, { name });
  await createGroup(db, second, { name: 'Tổ đã đóng', to: '2026-02-01' });
  await createModel(db, first, { status: 'planned' });
  const [instructor, learner] = [await createMember(db, first), await createMember(db, first)];
  await createPair(db, first, instructor, learner);
  hall = await makeVenue(second, 'Nhà văn hóa ấp 2', 60);
  // Long Hưng: one of two sub-associations is covered, and its group
  for (const unit of [union.khuPho5, union.to1]) {
    const [guide, guided] = [await createMember(db, unit), await createMember(db, unit)];
    await createPair(db, unit, guide, guided, { tiedTo: await createModel(db, unit) });
  }
  trainer = await makeTrainer(pale, 'Trần Thị Mai');
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', pale);
  Object.assign(viewers, {
    neighbour: await makeViewer('commune_official', union.trangDai),
    viewer: await makeViewer('viewer', union.province),
    head: await makeViewer('sub_association_head', first),
    editor: await makeViewer('editor', union.province),
  });
});

describe('where a class should be held next', () => {
  test('the palest communes first; silent ones are told apart', async () => {
    expect(await names(province)).toEqual(['Phú Lý', 'Trảng Dài', 'Long Hưng']);
    const found = await listNextTrainings(province, {});
    expect(found?.silent.map(({ name }) => name)).toEqual(['Im Lặng']);
    expect(found?.count).toBe(3);
  });

  test('everything that a session needs is there: units, hall, trainer, a free time, and why', async () => {
    const [first] = (await offered(official)) ?? [];
    expect(first).toMatchObject({
      place: { name: 'Phú Lý', communeId: pale.id },
      course: { id: courseId, title: 'Sử dụng VNeID' },
      trainer: { id: trainer.personId, name: 'Trần Thị Mai', load: 0, minutes: 0 },
      hall: { id: hall },
      seats: 20,
      unmet: { family: 1, pair: 0, both: 4 },
      gain: null,
      mayPropose: true,
    });
    expect(first?.units.map(({ name, ticked, atDesk }) => [name, ticked, atDesk])).toEqual([
      ['Ấp 2', true, false],
      ['Tổ 1', true, false],
      ['Tổ 2', true, false],
      ['Tổ 10', true, false],
      // its family is planned: at the desk
      ['Ấp 1', false, true],
    ]);
    expect(first?.reasons.map(({ name }) => name)).toEqual(['unmet', 'filled', 'quiet', 'trainer']);
  });

  test('what is drafted from it can be proposed as it is', async () => {
    const [first] = (await offered(official)) ?? [];
    const { slot, hall: there, seats, trainer: who } = first ?? {};
    const fields = {
      courseId,
      unitId: pale.id,
      venueId: there?.id,
      day: slot?.day,
      from: slot?.from,
      to: slot?.to,
      seats: String(seats),
      mode: 'in_person',
      audience: 'everyone',
      trainerIds: [who?.id],
    };
    const proposed = await proposeSession(official, proposeSessionInput.parse(fields));
    expect(proposed.ok).toBe(true);
    // and then the same is not proposed once more
    expect(await names(official)).toEqual([]);
    if (proposed.ok) await decided(proposed.value.id, 'refused');
    expect(await names(official)).toEqual(['Phú Lý']);
  });

  test('a class of one sub-association leaves the others; the time that it takes is not suggested', async () => {
    const [before] = (await offered(official)) ?? [];
    const second = before?.units.find(({ name }) => name === 'Ấp 2');
    const inTheWay = await makeApproved(
      { unit: { id: second?.id ?? '', path: '' }, courseId, venueId: hall, trainerIds: [trainer.personId] },
      8,
      '06:00',
      '20:00',
    );
    const [first] = (await offered(official)) ?? [];
    expect(first?.units.filter(({ ticked }) => ticked)).toEqual([]);
    expect(first?.units.filter(({ taughtSoon }) => taughtSoon).map(({ name }) => name)).toEqual([
      'Ấp 2',
      'Tổ 1',
      'Tổ 2',
      'Tổ 10',
    ]);
    expect(first?.trainer?.load).toBe(1);
    expect(first?.slot?.day).not.toBe(inDays(8));
    await decided(inTheWay.id, 'cancelled');
  });
});

describe('who is told', () => {
  test('an official of her own commune alone, and nothing of the neighbour', async () => {
    expect(await names(official)).toEqual(['Phú Lý']);
    expect(await names(viewers.neighbour as Viewer)).toEqual(['Trảng Dài']);
    expect(await offered(viewers.neighbour as Viewer, { communeIds: [pale.id] })).toEqual([]);
  });

  test('a viewer reads it and drafts nothing', async () => {
    const found = (await offered(viewers.viewer as Viewer)) ?? [];
    expect(found.map(({ place }) => place.name)).toEqual(await names(province));
    expect(found.some(({ mayPropose }) => mayPropose)).toBe(false);
  });

  test('a trainer her communes, with herself to teach, and not how many women wait', async () => {
    await db.topicWait.createMany({
      data: Array.from({ length: 4 }, (_, at) => ({
        courseId,
        unitId: pale.id,
        phone: `+8490000000${at}`,
        name: 'Cô Sáu',
      })),
    });
    const [hers] = (await offered(trainer)) ?? [];
    expect(hers).toMatchObject({
      place: { name: 'Phú Lý', waiting: [] },
      trainer: { id: trainer.personId },
      mayPropose: true,
    });
    const [known] = (await offered(official)) ?? [];
    expect(known?.reasons).toContainEqual({ name: 'waiting', women: 4, points: 4 });
    expect(known?.seats).toBe(24);
  });

  test('nobody else: a head and an editor have no such page', async () => {
    for (const who of ['head', 'editor']) expect(await listNextTrainings(viewers[who] as Viewer, {})).toBeNull();
  });
});

test('the same is offered from the first minute of a day to its last: it is looked at by days', async () => {
  const day = today();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T00:01:00+07:00`) });
  try {
    const early = await listNextTrainings(province, {});
    vi.setSystemTime(new Date(`${day}T23:59:00+07:00`));
    expect(await listNextTrainings(province, {})).toEqual(early);
    expect(early?.offered.length).toBeGreaterThan(0);
  } finally {
    vi.useRealTimers();
  }
});

import { describe, expect, test } from 'vitest';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeCourse, makeEverySession, makeProposal, makeVenue, namesOf } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { listCommunesToProposeIn, listCourses, listTrainers, listVenues } from './form-queries';
import { countWaitingSessions, findSession, listSessions } from './queries';

const { union, mai, hoa, all } = await makeEverySession();

const seenBy = async (viewer: Viewer) => {
  const pages = await Promise.all([listSessions(viewer, { when: 'coming' }), listSessions(viewer, { when: 'past' })]);
  return namesOf(
    all,
    pages.flatMap(({ sessions }) => sessions),
  );
};
const HERE = ['approved', 'cancelled', 'held', 'others', 'refused', 'takenBack', 'taughtByHoa', 'waiting'];
const THERE = ['thereApproved', 'thereWaiting'];

describe('who sees which session', () => {
  test('officials, heads and viewers see everything of their place, nothing beside it', async () => {
    expect(await seenBy(await makeViewer('commune_official', union.longHung))).toEqual(HERE);
    expect(await seenBy(await makeViewer('commune_official', union.trangDai))).toEqual(THERE);
    expect(await seenBy(await makeViewer('sub_association_head', union.khuPho5))).toEqual(HERE);
    expect(await seenBy(await makeViewer('sub_association_head', union.khuPho6))).toEqual([]);
    expect(await seenBy(await makeViewer('viewer', union.province))).toEqual([...HERE, ...THERE].sort());
  });

  test('a trainer sees of her commune what stands, and each session that is her own', async () => {
    expect(await seenBy(mai)).toEqual(['approved', 'held', 'waiting']);
    expect(await seenBy(hoa)).toEqual(['taughtByHoa', 'thereApproved']);
  });

  test('whoever has no role that sees trainings, or none at all, sees none', async () => {
    for (const role of ['editor', 'system_administrator'] satisfies Role[])
      expect(await seenBy(await makeViewer(role, union.province))).toEqual([]);
    expect(await seenBy({ ...mai, grants: [] })).toEqual([]);
    expect(await countWaitingSessions({ ...mai, grants: [] })).toBe(0);
  });

  test('finding one by its id obeys the same rule as the list, for everybody', async () => {
    const official = await makeViewer('commune_official', union.longHung);
    for (const viewer of [official, mai, hoa, await makeViewer('editor', union.province)]) {
      const seen = await seenBy(viewer);
      for (const [name, { id }] of Object.entries(all))
        expect(Boolean(await findSession(viewer, id)), name).toBe(seen.includes(name));
    }
    expect(await findSession(official, 'not-an-id')).toBeNull();
    expect(await countWaitingSessions(official)).toBe(3);
  });
});

describe('lists of the signed-in area', () => {
  test('are narrowed by state, commune and course, what comes first being first', async () => {
    const province = await makeViewer('province_official', union.province);
    const { sessions } = await listSessions(province, {
      when: 'coming',
      state: 'proposed',
      communeId: union.longHung.id,
    });
    expect(sessions.map(({ id }) => id)).toEqual([all.waiting.id, all.others.id, all.taughtByHoa.id]);
    expect(sessions[0]).toMatchObject({
      title: 'Sử dụng VNeID',
      unit: { name: 'Khu phố 5' },
      commune: { name: 'Long Hưng' },
    });
    const other = await makeCourse('Bán hàng trực tuyến');
    expect((await listSessions(province, { when: 'coming', courseId: other })).sessions).toEqual([]);
  });

  test('go on behind the last row, through sessions that begin at the same time, each once', async () => {
    const courseId = await makeCourse('Thanh toán không tiền mặt');
    const made = await Promise.all(
      Array.from({ length: 65 }, (_, i) => makeProposal({ unit: union.khuPho6, courseId }, 60 + (i % 3))),
    );
    const official = await makeViewer('commune_official', union.longHung);
    const read: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 5; pages++) {
      const page = await listSessions(official, { when: 'coming', courseId, after });
      read.push(...page.sessions.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(read).toHaveLength(65);
    expect(new Set(read)).toEqual(new Set(made.map(({ id }) => id)));
  });
});

describe('choices of the form', () => {
  test('halls and trainers are told to whoever may propose there, to nobody else', async () => {
    await makeVenue(union.khuPho5);
    const official = await makeViewer('commune_official', union.longHung);
    expect(await listVenues(official, union.longHung.id)).toMatchObject([{ name: 'Nhà văn hóa khu phố 5', seats: 60 }]);
    expect(await listTrainers(mai, union.longHung.id)).toEqual([{ id: mai.personId, name: 'Trần Thị Mai' }]);
    for (const nobody of [
      hoa,
      await makeViewer('viewer', union.province),
      await makeViewer('commune_official', union.trangDai),
    ]) {
      expect(await listVenues(nobody, union.longHung.id)).toEqual([]);
      expect(await listTrainers(nobody, union.longHung.id)).toEqual([]);
    }
  });

  test('communes are those where she may propose; courses those that are taught', async () => {
    const names = async (viewer: Viewer) => (await listCommunesToProposeIn(viewer)).map(({ name }) => name);
    expect(await names(mai)).toEqual(['Long Hưng']);
    expect(await names(await makeViewer('province_official', union.province))).toEqual(['Long Hưng', 'Trảng Dài']);
    expect(await names(await makeViewer('viewer', union.province))).toEqual([]);
    const retired = await makeCourse('Khóa đã ngừng');
    await db.course.update({ where: { id: retired }, data: { retiredOn: new Date('2026-01-01') } });
    const titles = (await listCourses(mai)).map(({ title }) => title);
    expect(titles).toContain('Sử dụng VNeID');
    expect(titles).not.toContain('Khóa đã ngừng');
  });
});

import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import {
  decided,
  inDays,
  makeApproved,
  makeCourse,
  makeEverySession,
  makeProposal,
  namesOf,
} from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { listAgenda } from './agenda-queries';
import { listPublishedAgenda, listPublishedCalendar } from './published-queries';

const { union, mai, hoa, all } = await makeEverySession();
const span = { from: inDays(-10), to: inDays(20) };
const seenBy = async (viewer: Viewer, narrowing = {}) =>
  namesOf(
    all,
    (await listAgenda(viewer, span, 20, narrowing)).flatMap(({ shown }) => shown),
  );

describe('the calendar of the signed-in area', () => {
  test('shows whom what her lists show: everything of her place, of a trainer what stands and what is her own', async () => {
    expect(await seenBy(await makeViewer('commune_official', union.longHung))).toEqual([
      'approved',
      'cancelled',
      'held',
      'others',
      'refused',
      'takenBack',
      'taughtByHoa',
      'waiting',
    ]);
    expect(await seenBy(await makeViewer('commune_official', union.trangDai))).toEqual([
      'thereApproved',
      'thereWaiting',
    ]);
    expect(await seenBy(mai)).toEqual(['approved', 'held', 'waiting']);
    expect(await seenBy({ ...mai, grants: [] })).toEqual([]);
  });

  test("a trainer's day holds what she teaches or proposed, wherever it is, and nothing else", async () => {
    expect(await seenBy(mai, { own: true })).toEqual(['approved', 'waiting']);
    expect(await seenBy(hoa, { own: true })).toEqual(['taughtByHoa']);
    const [day] = await listAgenda(mai, { from: inDays(4), to: inDays(5) }, 20, { own: true });
    expect(day).toMatchObject({ day: inDays(4), total: 1, shown: [{ own: true, state: 'approved' }] });
  });
});

describe('the calendar of everyone', () => {
  test('shows what is or was public, each on its day, and counts what it has no room for', async () => {
    const days = await listPublishedAgenda('vi', span, 20);
    expect(
      namesOf(
        all,
        days.flatMap(({ shown }) => shown),
      ),
    ).toEqual(['approved', 'cancelled', 'held', 'thereApproved']);
    const courseId = await makeCourse('Bán hàng trực tuyến', 'many');
    for (let n = 0; n < 4; n++) await makeApproved({ unit: union.khuPho6, courseId }, 15);
    const [day] = await listPublishedAgenda('vi', { from: inDays(15), to: inDays(16) }, 3, { courseCode: 'many' });
    expect(day).toMatchObject({ day: inDays(15), total: 4 });
    expect(day?.shown).toHaveLength(3);
  });

  test('over midnight it stands on the day it begins, from midnight on its own, and a fair on each of its days', async () => {
    const courseId = await makeCourse('Hội chợ số', 'edges');
    await makeApproved({ unit: union.khuPho6, courseId }, 10, '23:30', '00:30');
    await makeApproved({ unit: union.khuPho6, courseId }, 12, '00:00', '01:00');
    await makeApproved({ unit: union.khuPho6, courseId, allDay: true }, 14, '00:00', '00:00');
    const days = await listPublishedAgenda('vi', { from: inDays(9), to: inDays(17) }, 3, { courseCode: 'edges' });
    expect(days.filter(({ total }) => total > 0).map(({ day }) => day)).toEqual([10, 12, 14].map(inDays));
    await expect(makeApproved({ unit: union.khuPho6, courseId, allDay: true }, 18, '08:00', '09:00')).rejects.toThrow(
      /whole_days/,
    );
  });
});

describe('a subscribed calendar', () => {
  test('keeps what is to come, and for sixty days what is over or called off, with the raised sequence', async () => {
    const courseId = await makeCourse('Buổi đã lâu', 'old');
    const old = await makeApproved({ unit: union.khuPho6, courseId }, -61);
    const late = await makeApproved({ unit: union.khuPho6, courseId }, -61, '16:00', '17:00');
    await decided(late.id, 'cancelled');
    const recent = await makeApproved({ unit: union.khuPho6, courseId }, -59);
    const proposed = await makeProposal({ unit: union.khuPho6, courseId }, 9);
    const ids = (await listPublishedCalendar('vi', { courseCode: 'old' })).map(({ id }) => id);
    expect(ids).toEqual([late.id, recent.id]);
    expect(ids).not.toContain(old.id);
    expect(ids).not.toContain(proposed.id);
    const calendar = await listPublishedCalendar('vi', { communeId: union.longHung.id, courseCode: 'vneid' });
    expect(namesOf(all, calendar)).toEqual(['approved', 'cancelled', 'held']);
    expect(calendar.find(({ id }) => id === all.cancelled.id)).toMatchObject({
      calendarSequence: 1,
      state: 'cancelled',
    });
  });
});

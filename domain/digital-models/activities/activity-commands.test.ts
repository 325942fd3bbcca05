import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { addDays, type Day, today } from '@/domain/days/day';
import type { KeepPicture } from '@/domain/pictures/picture';
import { db } from '@/prisma/client';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { lockPeriod, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { editModel } from '../edit-commands';
import { listHintsOf } from '../practices/hint-queries';
import { listPublishedModels } from '../published-queries';
import { findModel } from '../queries';
import type { CorrectActivityInput } from './activity';
import { correctActivity, takeBackActivity } from './activity-change-commands';
import { recordActivity } from './activity-commands';
import { findActivity, listActivities } from './activity-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
let reader: Viewer;
let outsider: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
});

const ago = (days: number): Day => addDays(today(), -days);
const club = async (days = 90) => (await createModel(db, union.khuPho5, { from: ago(days) })).id;
const keep: KeepPicture = async () => ({
  ok: true,
  value: { sha256: 'cd'.repeat(32), mime: 'image/webp', bytes: 10, width: 4, height: 3 },
});
const sent = (pictureAlt: string) => ({ pictureFile: new File(['x'], 'anh.jpg'), pictureAlt });
const recordOf = async (modelId: string) => (await findModel(official, modelId)) ?? expect.unreachable();

/** One activity of a model, as its form would send it back. */
async function recorded(modelId: string, onDay = ago(5), more = {}): Promise<CorrectActivityInput & { onDay: Day }> {
  const input = { modelId, onDay, topic: 'Cài VNeID', peopleReached: 12, note: 'Ở nhà chị Sáu', ...more };
  expect((await recordActivity(head, input, keep)).ok).toBe(true);
  const [newest] = (await listActivities(head, modelId)).activities;
  if (!newest) expect.unreachable();
  const { id, version, topic, peopleReached, note, picture } = newest;
  return {
    activityId: id,
    version,
    onDay,
    topic,
    peopleReached: peopleReached ?? undefined,
    note: note ?? undefined,
    pictureAlt: picture?.alt,
  };
}
const reason = 'Ghi nhầm câu lạc bộ';

test('everyone reads on which day a club last met: not what was taken back, and of nobody who was there', async () => {
  const modelId = await club();
  const met = async () => {
    const found = (await listPublishedModels(union.longHung.id)).find(({ id }) => id === modelId);
    return found?.met;
  };
  expect(await met()).toBeNull();
  await recorded(modelId, ago(9));
  const mistaken = await recorded(modelId, ago(5));
  expect(await met()).toBe(ago(5));
  expect((await takeBackActivity(head, { ...mistaken, reason })).ok).toBe(true);
  expect(await met()).toBe(ago(9));
});

describe('correcting', () => {
  test('day, words and people reached become what they should have been, by whoever may record; the trail names fields', async () => {
    const modelId = await club();
    const input = await recorded(modelId);
    const right = { ...input, onDay: ago(6), topic: 'Quét mã QR', peopleReached: 21 };
    expect(await correctActivity(head, right)).toEqual({ ok: true, value: { id: modelId } });
    expect((await recordOf(modelId)).activities).toMatchObject([
      { onDay: ago(6), topic: 'Quét mã QR', peopleReached: 21, note: 'Ở nhà chị Sáu', recordedBy: head.displayName },
    ]);
    const trail = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: modelId, action: 'correctActivity' },
      select: { change: true },
    });
    expect(trail.change).toMatchObject({
      before: { onDay: ago(5), peopleReached: 12 },
      after: { onDay: ago(6), peopleReached: 21 },
      changed: ['topic'],
    });
    expect(JSON.stringify(trail.change)).not.toContain('Sáu');
  });

  test('a reader may not, a neighbour finds nothing, as for what does not exist', async () => {
    const input = await recorded(await club());
    expect(await correctActivity(reader, input)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await takeBackActivity(reader, { ...input, reason })).toEqual({ ok: false, problem: 'not-allowed' });
    for (const activityId of [input.activityId, nothing, 'x']) {
      expect(await correctActivity(outsider, { ...input, activityId })).toEqual({ ok: false, problem: 'not-found' });
      expect(await takeBackActivity(outsider, { ...input, activityId, reason })).toMatchObject({
        problem: 'not-found',
      });
    }
  });

  test('not onto a day ahead, before the founding or after the end, neither out of nor into a closed month', async () => {
    const modelId = await club(90);
    const input = await recorded(modelId);
    expect(await correctActivity(head, { ...input, onDay: addDays(today(), 1) })).toMatchObject({
      problem: 'activity-in-future',
    });
    expect(await correctActivity(head, { ...input, onDay: ago(91) })).toMatchObject({
      problem: 'activity-before-founding',
    });
    const ended = (await createModel(db, union.khuPho5, { from: ago(90), to: ago(2) })).id;
    const last = await recorded(ended);
    await createStatus(db, { id: ended }, 'ended', { from: ago(2) });
    expect(await correctActivity(head, { ...last, onDay: ago(2) })).toMatchObject({ problem: 'model-ended' });
    expect((await correctActivity(head, { ...last, onDay: ago(3) })).ok).toBe(true);

    const elsewhere = (await createModel(db, union.ongHuong, { from: '2026-01-01' })).id;
    const [then, now] = ['2026-02-10', '2026-03-10'] as const;
    await recordActivity(outsider, { modelId: elsewhere, onDay: then, topic: 'Tháng đã chốt' });
    await recordActivity(outsider, { modelId: elsewhere, onDay: now, topic: 'Tháng còn mở' });
    await lockPeriod(union.trangDai, '2026-02-01', '2026-03-01');
    const [open, closed] = (await listActivities(outsider, elsewhere)).activities.map(({ id, version, topic }) => ({
      activityId: id,
      version,
      topic,
    }));
    if (!open || !closed) expect.unreachable();
    for (const answer of [
      await correctActivity(outsider, { ...open, onDay: then }),
      await correctActivity(outsider, { ...closed, onDay: now }),
      await takeBackActivity(outsider, { ...closed, reason }),
    ])
      expect(answer).toMatchObject({ problem: 'period-locked', detail: { until: '2026-03-01' } });
    expect((await takeBackActivity(outsider, { ...open, reason })).ok).toBe(true);
  });

  test('its picture stays with its words corrected, another takes its place, or none: the old one is at no address any more', async () => {
    const modelId = await club();
    const input = await recorded(modelId, ago(4), sent('Buổi sinh hoạt'));
    const pictureOf = async () => (await recordOf(modelId)).activities[0]?.picture;
    const again = async (change: Partial<CorrectActivityInput>) =>
      correctActivity(
        head,
        { ...input, version: (await recordOf(modelId)).activities[0]?.version ?? 0, ...change },
        keep,
      );
    const first = (await pictureOf())?.id ?? '';
    expect(await again({ pictureAlt: undefined })).toMatchObject({ problem: 'picture-needs-words' });
    await again({ pictureAlt: 'Các chị quét mã' });
    expect(await pictureOf()).toMatchObject({ id: first, alt: 'Các chị quét mã' });
    await again(sent('Ảnh khác'));
    const second = (await pictureOf())?.id ?? '';
    expect([await findPicture(head, first), await findPicture(head, second)]).toEqual([
      null,
      { sha256: 'cd'.repeat(32), mime: 'image/webp' },
    ]);
    await again({ dropPicture: 'on' });
    expect([await pictureOf(), await findPicture(head, second)]).toEqual([null, null]);
  });

  test('two at once: one is written, the other is shown what stands now', async () => {
    const input = await recorded(await club());
    const answers = await Promise.all([
      correctActivity(head, { ...input, topic: 'Của chi hội trưởng' }),
      correctActivity(official, { ...input, topic: 'Của cán bộ xã' }),
      takeBackActivity(official, { ...input, reason }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(['changed-meanwhile', 'activity-taken-back']).toContain('problem' in answer && answer.problem);
  });
});

describe('taking back', () => {
  test('it counts nowhere any more: not on the record, not for a hint, not against an earlier founding; the row and the reason stay', async () => {
    const modelId = await club();
    const input = await recorded(modelId, ago(80), sent('Ảnh'));
    const wrong = await recorded(modelId, ago(5));
    const quiet = async () => (await listHintsOf(official, modelId)).find(({ hint }) => hint === 'quiet')?.count;
    expect(await quiet()).toBeUndefined();
    expect((await takeBackActivity(head, { ...wrong, reason })).ok).toBe(true);
    expect(await quiet()).toBe(80);
    const model = await recordOf(modelId);
    expect(model).toMatchObject({ activityCount: 1, hasMoreActivities: true });
    expect(model.activities.map(({ id }) => id)).toEqual([input.activityId]);
    const { activities } = await listActivities(reader, modelId);
    expect(activities[0]?.takenBack).toMatchObject({ by: head.displayName, reason });
    expect(await findActivity(head, modelId, wrong.activityId)).toBeNull();

    const picture = model.activities[0]?.picture?.id ?? '';
    expect(await findPicture(head, picture)).not.toBeNull();
    const { version } = model;
    const later = () =>
      editModel(official, { modelId, version, name: 'Lập muộn hơn', foundedOn: ago(70), pilot: false });
    expect(await later()).toMatchObject({ problem: 'founded-too-late' });
    await takeBackActivity(head, { ...input, reason });
    expect(await findPicture(head, picture)).toBeNull();
    expect((await later()).ok).toBe(true);
  });

  test('what was taken back is changed no more, and who corrected an old page is told so', async () => {
    const input = await recorded(await club());
    await takeBackActivity(official, { ...input, reason });
    expect(await correctActivity(head, input)).toEqual({ ok: false, problem: 'activity-taken-back' });
    expect(await takeBackActivity(head, { ...input, reason })).toEqual({ ok: false, problem: 'activity-taken-back' });
  });
});

test('the list of a long life is read page by page, and by nobody beyond', async () => {
  const modelId = await club();
  await db.modelActivity.createMany({
    data: Array.from({ length: 55 }, (_, at) => ({ modelId, onDay: new Date(ago(at % 40)), topic: `Buổi ${at}` })),
  });
  const first = await listActivities(reader, modelId);
  const second = await listActivities(reader, modelId, first.next ?? '');
  const ids = [...first.activities, ...second.activities].map(({ id }) => id);
  expect([first.activities.length, second.activities.length, new Set(ids).size]).toEqual([50, 5, 55]);
  expect((await listActivities(outsider, modelId)).activities).toEqual([]);
});

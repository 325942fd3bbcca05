import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '@/domain/days/day';
import { problem } from '@/domain/result';
import { proposeSession } from '@/domain/trainings/commands';
import { decideSession } from '@/domain/trainings/decision-commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { db } from '@/prisma/client';
import { clashesIn, makeSeriesStage, monday } from '@/test/stages/series';
import { makeTrainer, makeVenue, sessionFields } from '@/test/stages/trainings';
import { seriesInput } from './inputs';
import { previewSeries } from './queries';

const stage = await makeSeriesStage();
const { union, official, elsewhere, trainer, viewer, form, confirm, made, approved, seriesOf } = stage;

describe('planning a series', () => {
  test('all that stands in the way is told before anything is written, day by day', async () => {
    await approved({ day: monday(3), from: '15:00', to: '17:00' });
    await approved({ day: monday(5), from: '13:00', to: '14:30' });
    await approved({ day: monday(5), from: '15:30', to: '18:00' });
    await approved({ day: monday(4), from: '16:00', to: '18:00' }); // touches only
    const preview = await previewSeries(official, seriesInput.parse(form({ day: monday(2) })));
    if (!preview.ok) throw new Error(preview.problem);
    expect(preview.value.days.map(({ day, clashes }) => [day, clashes.length])).toEqual([
      [monday(2), 0],
      [monday(3), 1],
      [monday(4), 0],
      [monday(5), 2],
    ]);
    const refused = await confirm(official, { day: monday(2) });
    expect(refused).toMatchObject({ problem: 'series-clash', detail: { count: '3' } });
    expect(clashesIn(refused.ok ? undefined : refused.detail).map(({ detail }) => detail.day)).toEqual([
      monday(3),
      monday(5),
      monday(5),
    ]);
    expect(await db.sessionSeries.count()).toBe(0);
  });

  test('without the days left out it is written in one go: ordinary sessions, approved, with the rule as their origin', async () => {
    const id = await made({ day: monday(2), leaveOut: [monday(3), monday(5)], trainerIds: [trainer.personId] });
    const members = await seriesOf(id);
    expect(members.map(({ startsAt, state }) => [dayOf(startsAt), state])).toEqual([
      [monday(2), 'approved'],
      [monday(4), 'approved'],
    ]);
    const series = await db.sessionSeries.findFirstOrThrow({ where: { sessions: { some: { id } } } });
    expect(series.rule).toContain('FREQ=WEEKLY;BYDAY=MO');
    expect(series.skipped).toEqual([
      { day: monday(3), holiday: null },
      { day: monday(5), holiday: null },
    ]);
    expect(await db.auditEntry.count({ where: { subjectId: series.id, action: 'confirmSeries' } })).toBe(1);
    const other = await proposeSession(official, proposeSessionInput.parse(sessionFields(stage, { day: monday(4) })));
    expect(other).toMatchObject({ problem: 'hall-taken' });
  });

  test('only who decides there plans one: no trainer, no neighbour, no viewer', async () => {
    expect(await confirm(trainer, { day: monday(7) })).toEqual(problem('not-allowed'));
    expect(await confirm(elsewhere, { day: monday(7) })).toEqual(problem('not-found'));
    expect(await confirm(viewer, { day: monday(7) })).toEqual(problem('not-found'));
    expect(
      await confirm(official, {
        day: monday(7),
        trainerIds: [(await makeTrainer(union.trangDai, 'Lê Thị Hoa')).personId],
      }),
    ).toEqual(problem('trainer-not-there'));
  });

  test('sessions longer than their distance stand in their own way, and one beyond two years is none', async () => {
    const long = { day: monday(40), endDay: addDays(monday(40), 9), from: '08:00', to: '10:00' };
    expect(await confirm(official, long)).toEqual(problem('series-overlaps'));
    expect(await confirm(official, { day: monday(90), count: '60', every: '2' })).toMatchObject({
      problem: 'series-too-long',
    });
    expect(
      await confirm(official, { day: monday(60), leaveOut: [0, 1, 2, 3].map((week) => monday(60 + week)) }),
    ).toEqual(problem('series-empty'));
  });

  test('of two series confirmed at once for one hall one stands whole, the other is told all that stands in its way', async () => {
    const room = await makeVenue(union.khuPho5, 'Phòng họp tổ');
    const wish = { day: monday(10), venueId: room };
    const results = await Promise.all(Array.from({ length: 4 }, () => confirm(official, wish)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results)
      if (!result.ok) {
        expect(result.problem).toBe('series-clash');
        expect(clashesIn(result.detail).map(({ detail }) => detail.day)).toEqual([10, 11, 12, 13].map(monday));
      }
    expect(await db.session.count({ where: { venueId: room } })).toBe(4);
  });
});

test('fifty confirmations of two overlapping sessions at once: one wins, all others are told which stands in the way', async () => {
  const room = await makeVenue(union.longHung, 'Hội trường phường', 200);
  const wish = { day: monday(70), venueId: room, trainerIds: [trainer.personId] };
  const proposals = await Promise.all(
    [
      { from: '08:00', to: '10:00' },
      { from: '09:00', to: '11:00' },
    ].map((times) => proposeSession(official, proposeSessionInput.parse(sessionFields(stage, { ...wish, ...times })))),
  );
  const ids = proposals.map((result) => (result.ok ? result.value.id : ''));
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) => {
      const sessionId = ids[at % 2] ?? '';
      return decideSession(official, { sessionId, version: 1, decision: 'approve' }).then((result) => ({
        sessionId,
        result,
      }));
    }),
  );
  const won = results.filter(({ result }) => result.ok);
  expect(won).toHaveLength(1);
  for (const { sessionId, result } of results) {
    if (result.ok) continue;
    if (sessionId === won[0]?.sessionId) expect(['already-decided', 'changed-since-read']).toContain(result.problem);
    else {
      expect(result.problem).toBe('trainer-taken');
      expect(result.detail).toMatchObject({ session: 'Sử dụng VNeID', day: monday(70), seen: 'yes' });
    }
  }
  expect(await db.session.count({ where: { id: { in: ids }, state: 'approved' } })).toBe(1);
});

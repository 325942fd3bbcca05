import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '@/domain/days/day';
import { choicesFor, inOrder, isStop, modelStatuses, planStatus, type StatusSpan, standingOn } from './status';

const now: Day = '2026-11-24';
const founded: Day = '2026-01-01';
const span = (status: StatusSpan['status'], from: Day, to: Day | null = null): StatusSpan => ({
  id: `${status}-${from}`,
  status,
  from,
  to,
});

/** The rows as they stand after a plan. */
function apply(line: StatusSpan[], next: { status: StatusSpan['status']; from: Day }): StatusSpan[] | string {
  const plan = planStatus(line, next, now);
  if (!plan.ok) return plan.problem;
  const ends = new Map(plan.value.ends.map(({ id, to }) => [id, to]));
  const kept = line.map((row) => (ends.has(row.id) ? { ...row, to: ends.get(row.id) ?? null } : row));
  const { begins, earlier } = plan.value;
  const moved = kept.map((row) => (row.id === earlier?.id ? { ...row, from: earlier.from } : row));
  return begins ? [...moved, { id: `row-${kept.length}`, ...begins }] : moved;
}
const shown = (line: StatusSpan[] | string) =>
  typeof line === 'string' ? line : inOrder(line).map(({ status, from, to }) => [status, from, to]);

const asked = fc.array(
  fc.record({
    status: fc.constantFrom(...modelStatuses),
    from: fc.integer({ min: -40, max: 40 }).map((days) => addDays(now, days)),
  }),
  { maxLength: 12 },
);

/** What stands after all that was asked, where what is refused changes nothing. */
const standAfter = (changes: { status: StatusSpan['status']; from: Day }[]) =>
  changes.reduce<StatusSpan[]>(
    (line, change) => {
      const next = apply(line, change);
      return typeof next === 'string' ? line : next;
    },
    [span('planned', '2026-10-20')],
  );

describe('the statuses of a model', () => {
  test('a planned model becomes active from a day: the plan ends where the work begins', () => {
    const line = [span('planned', '2026-10-01')];
    expect(shown(apply(line, { status: 'active', from: now }))).toEqual([
      ['planned', '2026-10-01', now],
      ['active', now, null],
    ]);
  });

  test('what was not recorded in its time is recorded before what came later, where the one may lead to the other', () => {
    const line = [span('planned', '2026-10-01', '2026-11-01'), span('active', '2026-11-01')];
    expect(shown(apply(line, { status: 'active', from: '2026-10-15' }))).toEqual([
      ['planned', '2026-10-01', '2026-10-15'],
      ['active', '2026-10-15', null],
    ]);
    const ended = [span('active', '2026-10-01', '2026-11-01'), span('ended', '2026-11-01')];
    expect(shown(apply(ended, { status: 'paused', from: '2026-10-15' }))).toEqual([
      ['active', '2026-10-01', '2026-10-15'],
      ['paused', '2026-10-15', '2026-11-01'],
      ['ended', '2026-11-01', null],
    ]);
    expect(apply(line, { status: 'paused', from: '2026-10-31' })).toBe('no-such-step');
    expect(apply(ended, { status: 'active', from: '2026-10-15' })).toBe('same-status');
    expect(apply(line, { status: 'active', from: '2026-09-30' })).toBe('before-current-status');
  });

  test('an ended model stays ended, and a planned one is not paused', () => {
    expect(apply([span('ended', '2026-11-01')], { status: 'active', from: now })).toBe('no-such-step');
    expect(apply([span('planned', '2026-11-01')], { status: 'paused', from: now })).toBe('no-such-step');
    expect(apply([span('active', '2026-11-01')], { status: 'active', from: now })).toBe('same-status');
  });

  test('what was entered for a day is corrected on that very day', () => {
    const line = [span('active', '2026-10-01', now), span('ended', now)];
    expect(shown(apply(line, { status: 'paused', from: now }))).toEqual([
      ['active', '2026-10-01', now],
      ['paused', now, null],
    ]);
    expect(shown(apply(line, { status: 'active', from: now }))).toEqual([
      ['active', '2026-10-01', now],
      ['active', now, null],
    ]);
  });

  test('the first status is corrected to planned or active, never to ended', () => {
    const line = [span('active', now)];
    expect(shown(apply(line, { status: 'planned', from: now }))).toEqual([['planned', now, null]]);
    expect(apply(line, { status: 'ended', from: now })).toBe('no-such-step');
  });

  test('an announced status gives way to another day, and is taken back by naming the running one', () => {
    const line = [span('planned', '2026-10-01', '2026-12-01'), span('active', '2026-12-01')];
    expect(shown(apply(line, { status: 'active', from: now }))).toEqual([
      ['planned', '2026-10-01', now],
      ['active', now, null],
    ]);
    expect(shown(apply(line, { status: 'planned', from: now }))).toEqual([['planned', '2026-10-01', null]]);
  });

  test('whatever is asked in whatever order, one status holds on every day from the founding on', () => {
    fc.assert(
      fc.property(asked, (changes) => {
        const line = standAfter(changes);
        const rows = inOrder(line);
        expect(rows[0]?.from).toBe('2026-10-20');
        expect(rows.at(-1)?.to).toBeNull();
        for (const [at, row] of rows.slice(1).entries()) expect(row.from).toBe(rows[at]?.to);
        expect(standingOn(line, now).standing.length).toBeGreaterThan(0);
      }),
    );
  });

  test('a running model is offered for today what may follow; what only the past can take is told apart', () => {
    const line = [span('planned', '2026-10-01', '2026-11-01'), span('active', '2026-11-01')];
    expect(choicesFor(line, founded, now)).toEqual({
      next: ['paused', 'ended'],
      instead: ['planned', 'ended'],
      before: 'planned',
      missed: ['active'],
    });
    expect(choicesFor([span('planned', '2026-11-01')], founded, now)).toMatchObject({
      next: ['active', 'ended'],
      missed: [],
    });
    const announced = [span('active', '2026-10-01', '2026-12-01'), span('ended', '2026-12-01')];
    expect(choicesFor(announced, founded, now)).toMatchObject({ next: ['active', 'paused', 'ended'], before: null });
  });

  test('an ended model is offered nothing that follows, and first of all what ran before in the place of its end', () => {
    for (const ran of ['planned', 'active', 'paused'] as const) {
      const line = [span(ran, '2026-10-01', '2026-11-01'), span('ended', '2026-11-01')];
      expect(choicesFor(line, founded, now)).toMatchObject({ next: [], before: ran });
      expect(choicesFor(line, founded, now).instead).not.toContain('ended');
    }
    expect(choicesFor([span('ended', '2026-11-01')], founded, now)).toMatchObject({
      next: [],
      before: null,
      missed: [],
    });
  });

  test('before its founding no model works: what only those days could take is not offered', () => {
    const line = [span('planned', '2026-10-01', '2026-11-01'), span('active', '2026-11-01')];
    const missedOf = (day: Day) => choicesFor(line, day, now).missed;
    expect(['2026-10-15', '2026-10-31', '2026-11-01'].map((day) => missedOf(day as Day))).toEqual([
      ['active'],
      ['active'],
      [],
    ]);
    const early = [span('planned', '2026-11-01')];
    expect(choicesFor(early, '2026-11-01', now).instead).toEqual(['active']);
    expect(choicesFor(early, '2026-11-02', now).instead).toEqual([]);
  });

  test('whatever was recorded, what is offered for today can be done today, and something always is offered', () => {
    fc.assert(
      fc.property(asked, (changes) => {
        const line = standAfter(changes);
        const { next, instead, before } = choicesFor(line, founded, now);
        const since = standingOn(line, now).standing.at(-1)?.from ?? now;
        // a stop begins after a last day, which is today at the latest
        for (const status of next)
          expect(typeof apply(line, { status, from: isStop(status) ? addDays(now, 1) : now })).not.toBe('string');
        for (const status of instead) expect(typeof apply(line, { status, from: since })).not.toBe('string');
        if (before) expect(instead).toContain(before);
        expect([...next, ...instead]).not.toEqual([]);
      }),
    );
  });
});

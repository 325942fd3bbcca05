import { describe, expect, test } from 'vitest';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { clockOf } from '@/domain/days/day';
import { byDay, maySee, overlaps, rightsOn, type SessionFacts, stageOf } from './session';
import { decideSessionInput, proposeSessionInput } from './session-inputs';

const at = (time: string) => new Date(`2026-12-03T${time}:00+07:00`);
const now = at('08:00');

const viewer = (role: Role, path: string, ids: Partial<Viewer> = {}): Viewer => ({
  accountId: 'account',
  personId: null,
  displayName: 'Thử',
  locale: 'vi',
  grants: [{ role, unitId: path, path }],
  ...ids,
});
const session = (facts: Partial<SessionFacts> = {}): SessionFacts => ({
  state: 'proposed',
  startsAt: at('14:00'),
  unitPath: '/1/57/3/',
  proposedById: 'someone',
  trainerIds: [],
  ...facts,
});

describe('time', () => {
  test('sessions that touch do not overlap, a minute more does', () => {
    const first = { startsAt: at('14:00'), endsAt: at('16:00') };
    expect(overlaps(first, { startsAt: at('16:00'), endsAt: at('17:00') })).toBe(false);
    expect(overlaps(first, { startsAt: at('15:59'), endsAt: at('17:00') })).toBe(true);
    expect(overlaps(first, { startsAt: at('13:00'), endsAt: at('18:00') })).toBe(true);
  });

  test('clock and day are those of Viet Nam, late in the evening too', () => {
    const late = { startsAt: new Date('2026-12-03T16:30:00Z'), endsAt: new Date('2026-12-03T18:00:00Z') };
    const early = { startsAt: new Date('2026-12-03T17:30:00Z'), endsAt: new Date('2026-12-03T18:30:00Z') };
    expect(clockOf(late.startsAt)).toBe('23:30');
    expect(byDay([late, early]).map(({ day }) => day)).toEqual(['2026-12-03', '2026-12-04']);
    const course = { startsAt: new Date('2026-12-03T01:00:00Z'), endsAt: new Date('2026-12-04T10:00:00Z') };
    expect(byDay([course, late, early], '2026-12-04')).toEqual([{ day: '2026-12-04', sessions: [course, early] }]);
  });
});

describe('sight', () => {
  test('an official sees every state in her commune, nothing beside it', () => {
    for (const state of ['proposed', 'refused', 'cancelled', 'approved', 'held'] as const) {
      expect(maySee(viewer('commune_official', '/1/57/'), session({ state }))).toBe(true);
      expect(maySee(viewer('commune_official', '/1/58/'), session({ state }))).toBe(false);
    }
  });

  test('a trainer sees of her communes what stands, and of others only her own', () => {
    const trainer = viewer('trainer', '/1/57/', { personId: 'person' });
    expect(maySee(trainer, session({ state: 'approved' }))).toBe(true);
    expect(maySee(trainer, session({ state: 'proposed' }))).toBe(false);
    expect(maySee(trainer, session({ state: 'cancelled' }))).toBe(false);
    expect(maySee(trainer, session({ proposedById: 'account' }))).toBe(true);
    expect(maySee(trainer, session({ trainerIds: ['person'], unitPath: '/1/60/' }))).toBe(true);
    expect(maySee(trainer, session({ state: 'approved', unitPath: '/1/60/' }))).toBe(false);
  });

  test('having proposed it shows nothing to whoever is no trainer any more', () => {
    expect(maySee(viewer('editor', '/1/57/'), session({ proposedById: 'account' }))).toBe(false);
    expect(maySee(viewer('commune_official', '/1/60/'), session({ proposedById: 'account' }))).toBe(false);
  });
});

describe('rights', () => {
  const none = { approve: false, refuse: false, edit: false, cancel: false };

  test('the official decides, edits and cancels; a viewer and a head only look', () => {
    const all = { approve: true, refuse: true, edit: true, cancel: true };
    expect(rightsOn(viewer('commune_official', '/1/57/'), session(), now)).toEqual(all);
    expect(rightsOn(viewer('viewer', '/1/57/'), session(), now)).toEqual(none);
    expect(rightsOn(viewer('sub_association_head', '/1/57/3/'), session(), now)).toEqual(none);
  });

  test('the trainer corrects or takes back her own proposal until it is decided, nobody else’s', () => {
    const trainer = viewer('trainer', '/1/57/');
    const own = session({ proposedById: 'account' });
    expect(rightsOn(trainer, own, now)).toEqual({ ...none, edit: true, cancel: true });
    expect(rightsOn(trainer, { ...own, state: 'approved' }, now)).toEqual(none);
    expect(rightsOn(trainer, session(), now)).toEqual(none);
  });

  test('what has begun is neither approved nor edited, what is over for good not even cancelled', () => {
    const official = viewer('commune_official', '/1/57/');
    expect(rightsOn(official, session(), at('14:00'))).toEqual({ ...none, refuse: true, cancel: true });
    for (const state of ['refused', 'cancelled', 'held'] as const)
      expect(rightsOn(official, session({ state }), now)).toEqual(none);
  });
});

describe('what forms send', () => {
  const fields = {
    courseId: '01970000-0000-7000-8000-000000000001',
    unitId: '01970000-0000-7000-8000-000000000002',
    venueId: '01970000-0000-7000-8000-000000000003',
    day: '2026-12-03',
    from: '14:00',
    to: '16:00',
    seats: '40',
    mode: 'in_person',
    audience: 'everyone',
    notes: '',
  };
  const errors = (over: object) =>
    proposeSessionInput.safeParse({ ...fields, ...over }).error?.issues.map(({ path, message }) => [path[0], message]);

  test('a whole form is read, without trainers and notes too', () => {
    expect(proposeSessionInput.parse(fields)).toMatchObject({ seats: 40, trainerIds: [], day: '2026-12-03' });
  });

  test('each slip is told at its field', () => {
    expect(errors({ to: '14:00' })).toEqual([['to', 'ends-before-start']]);
    expect(errors({ from: '24:00' })).toEqual([['from', 'not-a-time']]);
    expect(errors({ day: '2026-02-30' })).toEqual([['day', 'not-a-day']]);
    expect(errors({ seats: 'bốn mươi' })).toEqual([['seats', 'not-a-number']]);
    expect(errors({ seats: '0' })).toEqual([['seats', 'seats-out-of-range']]);
    expect(errors({ venueId: '' })).toEqual([['venueId', 'hall-required']]);
    expect(errors({ venueId: '', mode: 'unit_meeting' })).toBeUndefined();
    expect(errors({ courseId: '' })).toEqual([['courseId', 'not-an-id']]);
  });

  test('a refusal without a reason is none', () => {
    const refusal = { sessionId: fields.courseId, version: '1', decision: 'refuse', reason: ' ' };
    expect(decideSessionInput.safeParse(refusal).error?.issues[0]).toMatchObject({ message: 'reason-required' });
    expect(decideSessionInput.safeParse({ ...refusal, decision: 'approve' }).success).toBe(true);
  });
});

test('a seat is kept until a session begins; it runs until it ends, whoever forgot to close it', () => {
  const session = { state: 'approved' as const, startsAt: at('08:00'), endsAt: at('09:30') };
  const stages = ['07:59', '08:00', '09:29', '09:30'].map((time) => stageOf(session, at(time)));
  expect(stages).toEqual(['coming', 'running', 'running', 'over']);
  expect(stageOf({ ...session, state: 'cancelled' }, at('07:00'))).toBe('cancelled');
  expect(stageOf({ ...session, state: 'held' }, at('08:30'))).toBe('over');
});

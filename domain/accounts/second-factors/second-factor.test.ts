import { expect, test } from 'vitest';
import { roles } from '@/domain/access/permissions';
import { mayBeRemembered, secondFactorDue } from './second-factor';

const began = new Date('2026-12-01T03:00:00Z');
const portal = { beganAt: began, isDemo: false };

test('a second factor is due fourteen days after the first administrator was made, to the second', () => {
  expect(secondFactorDue([{ role: 'commune_official' }], portal)).toEqual(new Date('2026-12-15T03:00:00Z'));
});

test('it is due of whoever can see people in any of her roles, and of nobody else', () => {
  expect(secondFactorDue([{ role: 'editor' }], portal)).toBeNull();
  expect(secondFactorDue([], portal)).toBeNull();
  expect(secondFactorDue([{ role: 'editor' }, { role: 'trainer' }], portal)).not.toBeNull();
});

test('a demonstration asks nobody for one', () => {
  for (const role of roles) {
    expect(secondFactorDue([{ role }], { ...portal, isDemo: true })).toBeNull();
  }
});

test('a device is remembered for everybody but who administers the whole portal', () => {
  for (const role of roles) expect(mayBeRemembered([{ role }]), role).toBe(role !== 'system_administrator');
  expect(mayBeRemembered([{ role: 'viewer' }, { role: 'system_administrator' }])).toBe(false);
});

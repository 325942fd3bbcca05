import { expect, test } from 'vitest';
import { permissions, type Role, roles } from './permissions';
import { canSeePeople, showsPersons } from './sees-people';

/** Written out by hand, from what the product says of each role. */
const expected: Record<Role, boolean> = {
  // gives any role, and so could give herself one that sees people
  system_administrator: true,
  province_official: true,
  viewer: true,
  editor: false,
  commune_official: true,
  sub_association_head: true,
  // sees those who take part in sessions that she teaches
  trainer: true,
};

test('every role that can see a person’s record, or give such a role, is known as one', () => {
  for (const role of roles) expect(canSeePeople(role), role).toBe(expected[role]);
});

test('of every kind of permission it is said whether it shows persons, and of none that there is not', () => {
  const kinds = new Set(Object.keys(permissions).map((name) => name.split('.')[0] ?? ''));
  expect(Object.keys(showsPersons).sort()).toEqual([...kinds].sort());
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, may, reach, withinAreas } from './access';
import { grantable } from './grantable';
import { type Permission, permissions, type Role, roles } from './permissions';
import type { Viewer } from './viewer';

const viewer = (...grants: [Role, string][]): Viewer => ({
  accountId: 'a',
  personId: null,
  displayName: 'Thử',
  locale: 'vi',
  grants: grants.map(([role, path]) => ({ role, unitId: path, path })),
});
const verbs = Object.keys(permissions) as Permission[];

describe('role and place', () => {
  test('a role holds in its unit and below, not beside and not above', () => {
    const official = viewer(['commune_official', '/1/57/']);
    expect(may(official, 'digital-models.edit', '/1/57/')).toBe(true);
    expect(may(official, 'digital-models.edit', '/1/57/1203/')).toBe(true);
    expect(may(official, 'digital-models.edit', '/1/5/')).toBe(false);
    expect(may(official, 'digital-models.edit', '/1/570/')).toBe(false);
    expect(may(official, 'digital-models.edit', '/1/')).toBe(false);
  });

  test('roles do not lend each other their places', () => {
    const both = viewer(['viewer', '/1/'], ['commune_official', '/1/57/']);
    expect(may(both, 'digital-models.see', '/1/60/')).toBe(true);
    expect(may(both, 'digital-models.edit', '/1/60/')).toBe(false);
  });

  test('without a grant nothing is in reach, and no area means no row', () => {
    for (const verb of verbs) expect(reach(viewer(), verb)).toEqual([]);
    expect(withinAreas([])).toEqual({ no: { in: [] } });
  });

  test('a viewer changes nothing', () => {
    for (const verb of verbs)
      if (may(viewer(['viewer', '/1/']), verb, '/1/57/')) expect(verb).toMatch(/\.see(-[a-z]+)?$/);
  });

  test('a system administrator does not touch what the union records', () => {
    for (const verb of verbs)
      if (may(viewer(['system_administrator', '/1/']), verb, '/1/57/'))
        expect(verb).toMatch(/^(accounts|audit|condition|jobs|second-pairs|units)\./);
  });

  test('a path is within itself and its ancestors only, for any tree', () => {
    const path = fc
      .array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
      .map((nos) => `/${nos.join('/')}/`);
    fc.assert(
      fc.property(path, path, (inner, outer) => {
        const range = inner >= outer && inner < `${outer}~`;
        expect(isWithin(inner, outer)).toBe(range);
      }),
    );
  });

  test('nobody grants more than she has', () => {
    expect(grantable.province_official).not.toContain('system_administrator');
    for (const role of roles)
      if (!['system_administrator', 'province_official'].includes(role)) expect(grantable[role]).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { isHomeOf } from './home-unit';

const [CITY, COMMUNE, OTHER, SUB, BESIDE] = ['/1/', '/1/57/', '/1/60/', '/1/57/1203/', '/1/57/1204/'] as const;
const whoHas = (...grants: [Role, string][]): Viewer => ({
  accountId: 'a',
  personId: null,
  displayName: 'Lan',
  locale: 'vi',
  grants: grants.map(([role, path]) => ({ role, unitId: path, path })),
});
const homes = (viewer: Viewer) => [CITY, COMMUNE, OTHER, SUB, BESIDE].filter((path) => isHomeOf(viewer, { path }));

test('she is at home where her one role is, also where another lies beneath it, and in each of two communes', () => {
  expect(homes(whoHas(['commune_official', COMMUNE]))).toEqual([COMMUNE]);
  expect(homes(whoHas(['trainer', SUB]))).toEqual([SUB]);
  expect(homes(whoHas(['commune_official', COMMUNE], ['trainer', SUB]))).toEqual([COMMUNE]);
  expect(homes(whoHas(['trainer', OTHER], ['trainer', SUB]))).toEqual([OTHER, SUB]);
});

test('of two places beside each other, of the whole city, and of a role that opens no session none is hers', () => {
  expect(homes(whoHas(['trainer', SUB], ['trainer', BESIDE]))).toEqual([]);
  expect(homes(whoHas(['province_official', CITY]))).toEqual([]);
  expect(homes(whoHas(['viewer', COMMUNE], ['sub_association_head', SUB]))).toEqual([]);
});

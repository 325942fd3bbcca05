import { expect, test } from 'vitest';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { choosePlace, placesOf, sceneOf, viewerAt } from './place';

const grant = (role: Role, path: string) => ({ role, unitId: path, path });
const who = (...grants: Viewer['grants']): Viewer => ({
  accountId: 'a',
  personId: null,
  displayName: 'Lê Thị Hai',
  locale: 'vi',
  grants,
});
const scene = (viewer: Viewer, asked?: string) => sceneOf(viewer, choosePlace(viewer, asked));

const head = grant('sub_association_head', '/1/2/3/');
const official = grant('commune_official', '/1/2/');
const editor = grant('editor', '/1/');

test('of several places the widest is shown, another one when she asks for it, and never one that is not hers', () => {
  const both = who(head, official);
  expect(placesOf(both).map(({ unitId }) => unitId)).toEqual(['/1/2/', '/1/2/3/']);
  expect(choosePlace(both)?.unitId).toBe('/1/2/');
  expect(choosePlace(both, '/1/2/3/')?.unitId).toBe('/1/2/3/');
  expect(choosePlace(both, '/1/9/')?.unitId).toBe('/1/2/');
  expect(placesOf(who(official, grant('viewer', '/1/2/')))).toHaveLength(1);
});

test('at a place she has the roles that she holds there, and those that are for no place', () => {
  const at = viewerAt(who(head, official, editor), '/1/2/3/');
  expect(at.grants).toEqual([head, editor]);
});

test('the province, a commune and what lies below are a place each; a trainer has her classes, others their work', () => {
  expect(scene(who(grant('province_official', '/1/')))).toBe('province');
  expect(scene(who(grant('viewer', '/1/2/')))).toBe('commune');
  expect(scene(who(head))).toBe('unit');
  expect(scene(who(grant('trainer', '/1/2/')))).toBe('classes');
  expect(scene(who(grant('trainer', '/1/2/'), head))).toBe('unit');
  for (const nowhere of [who(editor), who(grant('system_administrator', '/1/')), who()])
    expect(scene(nowhere)).toBe('work');
});

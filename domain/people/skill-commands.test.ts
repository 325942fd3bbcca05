import { expect, test } from 'vitest';
import { addDays, today } from '@/domain/day';
import { db } from '@/prisma/client';
import { makeMember, makeUnion, makeViewer, nothing } from '@/prisma/test-union';
import { markSkill } from './skill-commands';
import { listKnownSkills } from './skill-queries';

test('a skill seen in her is written down, corrected and taken back by who keeps the record, and by nobody else', async () => {
  const union = await makeUnion();
  const head = await makeViewer('sub_association_head', union.khuPho5);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const reader = await makeViewer('viewer', union.longHung);
  const personId = await makeMember(union.to1);
  const words = { nameVi: 'Gọi video', nameEn: 'Video call', domain: 'daily' };
  const code = `video-${Date.now()}`;
  const skill = await db.skill.create({ data: { code, position: 1, ...words }, select: { id: true } });
  const input = { personId, skillId: skill.id, mark: 'with_help' as const, on: today() };
  expect(await markSkill(neighbour, input)).toEqual({ ok: false, problem: 'not-found' });
  expect(await markSkill(reader, input)).toEqual({ ok: false, problem: 'not-allowed' });
  expect(await markSkill(head, { ...input, skillId: nothing })).toEqual({ ok: false, problem: 'not-found' });
  expect(await markSkill(head, { ...input, on: addDays(today(), 1) })).toMatchObject({ problem: 'day-in-future' });
  const both = await Promise.all([markSkill(head, input), markSkill(head, { ...input, mark: 'alone' })]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  await markSkill(head, { ...input, mark: 'alone' });
  expect(await listKnownSkills(reader, personId)).toMatchObject([
    { nameVi: 'Gọi video', mark: 'alone', source: 'seen' },
  ]);
  expect(await listKnownSkills(neighbour, personId)).toEqual([]);
  await markSkill(head, { ...input, mark: 'none' });
  expect(await listKnownSkills(head, personId)).toEqual([]);
});

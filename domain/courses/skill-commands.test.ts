import { expect, test } from 'vitest';
import { problem } from '@/domain/result';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { makeUnion, makeViewer, nothing } from '@/test/union';
import { idsOfNeeded, setNeededSkillsInput, versionOfNeeded } from './skill';
import { setNeededSkills } from './skill-commands';
import { listPublishedSkills } from './skill-queries';

const union = await makeUnion();
const province = await makeViewer('province_official', union.province);
const skills = await Promise.all([createSkill(db), createSkill(db), createSkill(db)]);
const [first, second, third] = skills.map(({ id }) => id);

const needed = async () => new Set(idsOfNeeded(await listPublishedSkills()));
const version = async () => versionOfNeeded(await listPublishedSkills());
const wanted = async (skillIds: (string | undefined)[], drawn?: string) =>
  setNeededSkillsInput.parse({ skillIds, version: drawn ?? (await version()) });

test('the province says what an instructor does alone; what is chosen no more is needed no more', async () => {
  expect(await setNeededSkills(province, await wanted([first, second]))).toMatchObject({ ok: true });
  expect(await needed()).toEqual(new Set([first, second]));
  expect(await setNeededSkills(province, await wanted([second, third, third]))).toMatchObject({ value: { count: 2 } });
  expect(await needed()).toEqual(new Set([second, third]));
  const [entry] = await db.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
  expect(entry).toMatchObject({ action: 'setNeededSkills', change: { skills: 2 } });
});

test('nobody below the province does, a skill that is not there is none, and without any nobody could be recognised', async () => {
  const before = await needed();
  for (const role of ['commune_official', 'trainer', 'viewer', 'sub_association_head'] as const)
    expect(await setNeededSkills(await makeViewer(role, union.longHung), await wanted([first]))).toEqual(
      problem('course-not-allowed'),
    );
  const partly = await makeViewer('province_official', union.longHung);
  expect(await setNeededSkills(partly, await wanted([first]))).toEqual(problem('course-not-allowed'));
  const editor = await makeViewer('editor', union.province);
  expect(await setNeededSkills(editor, await wanted([first]))).toEqual(problem('not-found'));
  expect(await setNeededSkills(province, await wanted([nothing]))).toEqual(problem('skill-gone'));
  expect(setNeededSkillsInput.safeParse({ version: '' }).error?.issues[0]?.message).toBe('skill-required');
  expect(await needed()).toEqual(before);
});

test('of two who set them at once the second is shown what the first has set', async () => {
  const drawn = await version();
  const results = await Promise.all([
    setNeededSkills(province, await wanted([first], drawn)),
    setNeededSkills(province, await wanted([first, third], drawn)),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const stands = await needed();
  const told = results.find(({ ok }) => !ok);
  expect(told).toMatchObject({ problem: 'changed-meanwhile', detail: { version: await version() } });
  expect(new Set(told && !told.ok ? told.detail?.skillIds?.split('\n') : [])).toEqual(stands);
});

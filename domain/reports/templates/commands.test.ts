import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeCovered, makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { signReport } from '../filing/sign-commands';
import { findReport } from '../queries';
import { chooseReportTemplate, uploadReportTemplate } from './commands';
import { createLetter } from './letter-fixture';
import { findTemplateFile, findTemplateOf, listReportTemplates } from './queries';
import { templateUploadInput } from './template';

// each file is read in a thread
vi.setConfig({ testTimeout: 60_000 });

let union: TestUnion;
let province: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  await chooseReportTemplate(province, {});
});

const NEEDED = '{ban_chup} {ma_so_lieu}';
const upload = (viewer = province, ...more: string[]) =>
  uploadReportTemplate(
    viewer,
    templateUploadInput.parse({ templateFile: createLetter(NEEDED, ...more), remark: 'Có quốc huy' }),
  );
const uploaded = async (...more: string[]) => {
  const result = await upload(province, ...more);
  return result.ok ? result.value.id : expect.unreachable(result.problem);
};
const stateOf = async (id: string) =>
  (await listReportTemplates(province)).templates.find((template) => template.id === id)?.state;

describe('a template of the union’s own', () => {
  test('counts once it is chosen, gives way to an older one or the built-in letter in one deed, and each is on the trail', async () => {
    const [first, second] = [await uploaded(), await uploaded('{co_quan}')];
    expect([await stateOf(first), await stateOf(second)]).toEqual(['ready', 'ready']);
    expect(await findTemplateOf(province, null)).toBeNull();
    await chooseReportTemplate(province, { templateId: first, remark: 'Dùng thử' });
    await chooseReportTemplate(province, { templateId: second });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['counted', 'counts']);
    expect(await chooseReportTemplate(province, { templateId: second })).toMatchObject({ problem: 'counts-already' });
    await chooseReportTemplate(province, { templateId: first });
    expect(await stateOf(first)).toBe('counts');
    expect(await findTemplateOf(province, null)).toEqual((await findTemplateFile(province, first))?.file);
    await chooseReportTemplate(province, {});
    expect(await findTemplateOf(province, null)).toBeNull();
    const { choices } = await listReportTemplates(province);
    expect(choices.slice(0, 4).map(({ edition, by }) => [edition === null, by])).toEqual([
      [true, province.displayName],
      [false, province.displayName],
      [false, province.displayName],
      [false, province.displayName],
    ]);
    const trail = await db.auditEntry.findMany({
      where: { subjectId: first },
      orderBy: { id: 'asc' },
      select: { action: true },
      take: 9,
    });
    expect(trail.map(({ action }) => action)).toEqual([
      'uploadReportTemplate',
      'chooseReportTemplate',
      'chooseReportTemplate',
    ]);
  });

  test('with a mistake is kept with its mistakes alone, and can be chosen and fetched by nobody', async () => {
    const id = await uploaded('{tong_sso}');
    const found = (await listReportTemplates(province)).templates.find((template) => template.id === id);
    expect(found).toMatchObject({
      state: 'mistaken',
      mistakes: [{ kind: 'unknown', field: 'tong_sso', meant: 'tong_so' }],
    });
    expect(await chooseReportTemplate(province, { templateId: id })).toMatchObject({ problem: 'not-found' });
    expect(await findTemplateFile(province, id)).toBeNull();
  });

  test('is what a report was signed in, whatever counts afterwards', async () => {
    const official = await makeViewer('commune_official', union.longHung);
    await makeCovered(union.khuPho5);
    const id = await uploaded();
    await chooseReportTemplate(province, { templateId: id });
    const periodId = await makePastMonth(3);
    await signReport(official, await readyToSign(official, union.longHung.id, periodId));
    await chooseReportTemplate(province, {});
    const signing = (await findReport(official, union.longHung.id, periodId))?.actions[0];
    expect(await findTemplateOf(official, signing?.id ?? null)).toEqual((await findTemplateFile(province, id))?.file);
    expect(await findTemplateOf(official, null)).toBeNull();
  });

  test('of two who choose at once both are on record, and one counts', async () => {
    const [first, second] = [await uploaded(), await uploaded('{so}')];
    await Promise.all([first, second].map((templateId) => chooseReportTemplate(province, { templateId })));
    expect((await Promise.all([stateOf(first), stateOf(second)])).sort()).toEqual(['counted', 'counts']);
  });
});

describe('a template is refused', () => {
  test('to everybody but an official of the province: to bring, to choose and to see', async () => {
    const id = await uploaded();
    for (const [role, unit] of [
      ['province_official', union.longHung],
      ['commune_official', union.longHung],
      ['viewer', union.province],
      ['editor', union.province],
      ['system_administrator', union.province],
    ] as const) {
      const viewer = await makeViewer(role, unit);
      expect(await upload(viewer), role).toMatchObject({ problem: 'not-allowed' });
      expect(await chooseReportTemplate(viewer, { templateId: id }), role).toMatchObject({ problem: 'not-allowed' });
      expect(await findTemplateFile(viewer, id), role).toBeNull();
      expect(await listReportTemplates(viewer), role).toEqual({ templates: [], choices: [] });
    }
    expect(await stateOf(id)).toBe('ready');
    expect(await chooseReportTemplate(province, { templateId: nothing })).toMatchObject({ problem: 'not-found' });
  });

  test('by the database too: what was handed in and chosen is never changed', async () => {
    const id = await uploaded();
    const change = db.reportTemplate.update({ where: { id }, data: { remark: 'Khác' }, select: { id: true } });
    await expect(change).rejects.toThrow();
    await expect(db.reportTemplateChoice.deleteMany({})).rejects.toThrow();
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { ok, problem } from '@/domain/result';
import { proposeSession } from '@/domain/trainings/commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { makeTrainer, makeTrainingStage, sessionFields } from '@/test/stages/trainings';
import { makeViewer, nothing } from '@/test/union';
import { createCourse, editCourse, retireCourse } from './commands';
import { addFileInput, addLinkInput, createCourseInput, editCourseInput } from './course';
import type { KeepFile } from './material';
import { addFile, addLink, removeMaterial } from './material-commands';
import {
  findCourse,
  findMaterialFile,
  findPublishedMaterialFile,
  listCourseRecords,
  listPublishedMaterials,
} from './queries';

const stage = await makeTrainingStage();
const { union, official } = stage;
const province = await makeViewer('province_official', union.province);
const trainer = await makeTrainer(union.trangDai, 'Lê Thị Hoa');
const viewer = await makeViewer('viewer', union.province);
const skill = await createSkill(db);
let count = 0;

const form = (over: object = {}) => ({
  level: 'basic',
  minutes: '90',
  language: 'vi',
  audience: 'everyone',
  skillIds: [skill.id],
  titleVi: `Khóa thử số ${++count}`,
  titleEn: `Trial course ${count}`,
  descriptionVi: 'Cầm tay chỉ việc.',
  descriptionEn: 'Hands on, step by step.',
  preconditionsVi: '',
  preconditionsEn: '',
  trainerNotes: 'Hay bị hỏi: quên mật khẩu.',
  ...over,
});
const create = (who: Viewer, over: object = {}) => createCourse(who, createCourseInput.parse(form(over)));
const made = async (over: object = {}) => {
  const result = await create(province, over);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};
const versionOf = async (courseId: string) => (await findCourse(province, courseId))?.version ?? 0;

describe('courses', () => {
  test('the province makes one in both languages: it stands in the list, can be proposed, and is in the trail', async () => {
    const id = await made({ titleVi: 'Đọc báo điện tử', titleEn: 'Reading news online' });
    const course = await findCourse(province, id);
    expect(course).toMatchObject({ code: 'reading-news-online', retired: false, minutes: 90, skillIds: [skill.id] });
    expect(course?.words.en.title).toBe('Reading news online');
    expect((await listCourseRecords(official)).map((each) => each.title)).toContain('Đọc báo điện tử');
    expect(await db.courseText.findFirst({ where: { courseId: id, locale: 'vi' } })).toMatchObject({
      slug: 'doc-bao-dien-tu',
    });
    expect(await db.auditEntry.findFirst({ where: { subjectId: id } })).toMatchObject({ action: 'createCourse' });
    const proposed = await proposeSession(official, proposeSessionInput.parse(sessionFields(stage, { courseId: id })));
    expect(proposed.ok).toBe(true);
  });

  test('an official of a commune and a trainer read courses and change none; an editor sees none', async () => {
    const id = await made();
    for (const who of [official, trainer, viewer]) {
      expect((await findCourse(who, id))?.id).toBe(id);
      expect(await create(who)).toEqual(problem('course-not-allowed'));
      const edit = editCourseInput.parse(form({ courseId: id, version: '1' }));
      expect(await editCourse(who, edit)).toEqual(problem('course-not-allowed'));
      expect(await retireCourse(who, { courseId: id, version: 1, step: 'retire' })).toMatchObject({ ok: false });
    }
    // an official with a province's title in one commune only
    const partly = await makeViewer('province_official', union.longHung);
    expect(await create(partly)).toEqual(problem('course-not-allowed'));
    const editor = await makeViewer('editor', union.province);
    expect(await findCourse(editor, id)).toBeNull();
    expect(await create(editor)).toEqual(problem('not-found'));
  });

  test('what trainers are told is read by trainers and officials only', async () => {
    const id = await made();
    for (const who of [province, official, trainer])
      expect((await findCourse(who, id))?.trainerNotes).toBe('Hay bị hỏi: quên mật khẩu.');
    expect((await findCourse(viewer, id))?.trainerNotes).toBeNull();
  });

  test('of two who edit at once the second is shown what stands; the addresses stay', async () => {
    const id = await made({ titleVi: 'Khóa trước', titleEn: 'Before' });
    const input = (titleVi: string) =>
      editCourseInput.parse(form({ courseId: id, version: '1', titleVi, titleEn: 'After', minutes: '60' }));
    const results = await Promise.all([editCourse(province, input('Khóa A')), editCourse(province, input('Khóa B'))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ problem: 'changed-meanwhile', detail: { minutes: '60', version: '2' } });
    const texts = await db.courseText.findMany({ where: { courseId: id }, select: { slug: true }, take: 2 });
    expect(texts.map(({ slug }) => slug).sort()).toEqual(['before', 'khoa-truoc']);
  });

  test('a retired course is proposed no more and can be taught again', async () => {
    const id = await made();
    expect(await retireCourse(province, { courseId: id, version: 1, step: 'retire' })).toEqual(ok({ id }));
    const form = proposeSessionInput.parse(sessionFields(stage, { courseId: id, from: '08:00', to: '09:00' }));
    expect(await proposeSession(official, form)).toEqual(problem('course-retired'));
    expect(await retireCourse(province, { courseId: id, version: 1, step: 'resume' })).toMatchObject({
      problem: 'changed-since-read',
    });
    await retireCourse(province, { courseId: id, version: await versionOf(id), step: 'resume' });
    expect((await proposeSession(official, form)).ok).toBe(true);
  });

  test('a name is given once, and a skill that is not there is none', async () => {
    await made({ titleVi: 'Gọi video', titleEn: 'Video calls' });
    expect(await create(province, { titleVi: 'Gọi Video', titleEn: 'Other' })).toEqual(problem('title-taken'));
    expect(await create(province, { skillIds: [nothing] })).toEqual(problem('skill-gone'));
    // a form of which no box is ticked sends no skills at all
    for (const skillIds of [[], undefined]) {
      const slips = createCourseInput.safeParse(form({ minutes: '5', skillIds }));
      expect(slips.error?.issues.map(({ message }) => message)).toEqual(['minutes-out-of-range', 'skill-required']);
    }
  });

  test('of two who make a course of one title at once, one has made it and the other is told', async () => {
    const title = { titleVi: 'Bán hàng qua mạng', titleEn: 'Selling online' };
    const results = await Promise.all([1, 2, 3].map(() => create(province, title)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual([problem('title-taken'), problem('title-taken')]);
    expect(await db.course.count({ where: { code: 'selling-online' } })).toBe(1);
  });

  test('what a certificate asks is set with the course, changed with it, and in the trail', async () => {
    const id = await made({ certificateLevel: 'with_help' });
    expect(await findCourse(official, id)).toMatchObject({ certificateLevel: 'with_help' });
    const edit = editCourseInput.parse(
      form({ courseId: id, version: String(await versionOf(id)), certificateLevel: '' }),
    );
    expect(await editCourse(province, edit)).toEqual(ok({ id }));
    expect(await findCourse(official, id)).toMatchObject({ certificateLevel: null });
    const trail = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, take: 9 });
    expect(trail.map(({ change }) => change)).toMatchObject([
      { certificateLevel: 'with_help' },
      { certificateLevel: null },
    ]);
    expect(createCourseInput.safeParse(form({ certificateLevel: 'by-heart' })).success).toBe(false);
  });
});

describe('materials', () => {
  const sha256 = createHash('sha256').update('a file').digest('hex');
  let stored = 0;
  const keep: KeepFile = async () => {
    stored++;
    return ok({ sha256, mime: 'application/pdf', bytes: 6 });
  };
  const file = (courseId: string, isPublic = '') =>
    addFileInput.parse({
      courseId,
      title: 'Tờ hướng dẫn',
      locale: 'vi',
      isPublic,
      materialFile: new File(['a file'], 'x.pdf'),
    });

  test('a public file is for everyone, an internal one for who signs in, a removed one for nobody', async () => {
    const courseId = await made({ titleVi: 'Tài liệu thử', titleEn: 'Files' });
    const open = await addFile(province, file(courseId, 'yes'), keep);
    const closed = await addFile(province, file(courseId), keep);
    if (!open.ok || !closed.ok) throw new Error('not added');
    const found = { sha256, mime: 'application/pdf', name: 'to-huong-dan.pdf' };
    expect(await findPublishedMaterialFile(open.value.id)).toEqual(found);
    expect(await findPublishedMaterialFile(closed.value.id)).toBeNull();
    expect(await findMaterialFile(trainer, closed.value.id)).toEqual(found);
    expect(await findMaterialFile(await makeViewer('editor', union.province), closed.value.id)).toBeNull();
    expect((await listPublishedMaterials('vi', 'files')).map(({ id }) => id)).toEqual([open.value.id]);

    await removeMaterial(province, { courseId, materialId: open.value.id });
    expect(await findPublishedMaterialFile(open.value.id)).toBeNull();
    expect(await findMaterialFile(province, open.value.id)).toBeNull();
    expect(await listPublishedMaterials('vi', 'files')).toEqual([]);
  });

  test('nothing is stored for whoever may not add it, and a link is https', async () => {
    const courseId = await made();
    const before = stored;
    expect(await addFile(official, file(courseId), keep)).toEqual(problem('course-not-allowed'));
    expect(await addFile(province, file(nothing), keep)).toEqual(problem('not-found'));
    expect(stored).toBe(before);
    const link = (url: string) => addLinkInput.safeParse({ courseId, title: 'Xem thêm', locale: 'vi', url });
    for (const url of ['http://dongnai.gov.vn', 'javascript:alert(1)', 'https://', 'trang web'])
      expect(link(url).success, url).toBe(false);
    const { data } = link('https://binhdanhocvuso.gov.vn/khoa?x=1');
    expect(data && (await addLink(province, data)).ok).toBe(true);
    const row = { courseId, title: 'x', locale: 'vi', position: 9, url: 'http://dongnai.gov.vn' };
    await expect(db.courseMaterial.create({ data: row })).rejects.toThrow(/link_is_https/);
  });
});

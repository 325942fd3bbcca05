import { expect, test } from 'vitest';
import { draftArticle } from '@/domain/articles/commands';
import { createCourse } from '@/domain/courses/commands';
import { createCourseInput } from '@/domain/courses/course';
import { today } from '@/domain/days/day';
import { foundModel } from '@/domain/digital-models/commands';
import { foundInput } from '@/domain/digital-models/digital-model';
import { pairUp } from '@/domain/pairs/commands';
import { pairUpInput } from '@/domain/pairs/pair';
import { newPersonInput } from '@/domain/people/record';
import { recordPerson } from '@/domain/people/record-commands';
import { writePicture } from '@/domain/pictures/picture-writes';
import type { Result } from '@/domain/result';
import { proposeSession } from '@/domain/trainings/commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { createVenue } from '@/domain/venues/commands';
import { venueInput } from '@/domain/venues/venue';
import { createSkill } from '@/test/factories/trainings';
import { writing } from '@/test/stages/articles';
import { inDays, makeTrainingStage, sessionFields } from '@/test/stages/trainings';
import { carriedOut } from '@/test/stages/units';
import { makeMember, makeViewer } from '@/test/union';
import { db, transaction } from './client';

/**
 * Rows that people make on a portal, at units that are real: typed by officials, through the commands that their
 * forms send to.
 */
const stage = await makeTrainingStage();
const { union, official } = stage;
const province = await makeViewer('province_official', union.province);
const skill = await createSkill(db);
let count = 0;

async function idOf<Problem extends string>(made: Promise<Result<{ id: string }, Problem>>): Promise<string> {
  const result = await made;
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

/** A woman, her pair and the family they meet in. */
async function women(letter: string) {
  const unitId = union.khuPho6.id;
  const person = { name: `Lò Thị Mẫu ${letter}`, unitId, kind: 'member', from: today() };
  const [instructorId, learnerId] = [await makeMember(union.khuPho6), await makeMember(union.khuPho6)];
  const pair = { unitId, instructorId, learnerId, from: today(), earlierReason: '' };
  const family = { kind: 'digital_family', unitId, name: `Gia đình ${letter}`, foundedOn: today(), status: 'planned' };
  return {
    person: await idOf(recordPerson(official, newPersonInput.parse(person))),
    pair: await idOf(pairUp(official, pairUpInput.parse(pair))),
    digitalModel: await idOf(foundModel(official, foundInput.parse(family))),
  };
}

/** Courses, halls, sessions and their messages. */
async function teaching(letter: string, at: number) {
  const words = { titleVi: `Khóa thử ${letter}`, titleEn: `Trial ${letter}` };
  const texts = { descriptionVi: 'Cầm tay chỉ việc.', descriptionEn: 'Hands on, step by step.' };
  const course = { level: 'basic', minutes: '90', language: 'vi', audience: 'everyone', skillIds: [skill.id] };
  const venue = { unitId: union.longHung.id, name: `Nhà văn hóa ${letter}` };
  const session = sessionFields(stage, { unitId: union.longHung.id, day: inDays(4 + at) });
  return {
    session: await idOf(proposeSession(official, proposeSessionInput.parse(session))),
    venue: await idOf(createVenue(official, venueInput.parse(venue))),
    article: await idOf(draftArticle(official, writing(union.longHung))),
    course: await idOf(createCourse(province, createCourseInput.parse({ ...course, ...words, ...texts }))),
  };
}

/** One of each kind, made now; answers with whether each is marked. */
async function madeNow(): Promise<Record<string, boolean | undefined>> {
  const at = ++count;
  const letter = 'ab'.charAt(at - 1);
  const unit = { kind: 'found', unitId: union.longHung.id, name: `Khu phố ${letter}`, unitKind: 'hamlet' } as const;
  const facts = {
    sha256: 'ab'.repeat(32),
    mime: 'image/webp',
    bytes: 9,
    width: 3,
    height: 2,
    alt: 'Các chị quanh bàn',
  };
  const ids = {
    ...(await women(letter)),
    ...(await teaching(letter, at)),
    unit: (await carriedOut(official, unit)).unitId,
    mediaAsset: (await transaction((tx) => writePicture(tx, official, union.longHung.id, facts))) ?? '',
  };
  const marked = async ([kind, id]: [string, string]) => {
    const table = db[kind as 'person'];
    return [kind, (await table.findUnique({ where: { id }, select: { demo: true } }))?.demo];
  };
  return Object.fromEntries(await Promise.all(Object.entries(ids).map(marked)));
}

const kinds = ['person', 'pair', 'digitalModel', 'session', 'venue', 'article', 'course', 'unit', 'mediaAsset'];
const all = (demo: boolean) => Object.fromEntries(kinds.map((kind) => [kind, demo]));

test('on a portal at work nothing that is made is marked; on one that holds invented units everything is, at real units too', async () => {
  expect(await madeNow()).toEqual(all(false));
  await db.unit.update({ where: { id: union.ongHuong.id }, data: { demo: true }, select: { id: true } });
  expect(await madeNow()).toEqual(all(true));
});

test('every table with the mark gets it by itself, but accounts, marked for their password, and snapshots, for what they hold', async () => {
  const unmarked = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'demo' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'mark_demo') ORDER BY 1`;
  expect(unmarked.map(({ name }) => name)).toEqual(['account', 'snapshot']);
});

import { createHash } from 'node:crypto';
import { seedId } from './chance';
import { criteria } from './digital-models/criteria';
import { consentTexts } from './people/consent-texts';
import { courses } from './trainings/courses';
import { campaignTopics, neededToInstruct, skills } from './trainings/skills';
import { PROVINCE_BEGAN } from './units/communes';
import { insertRows, type Work } from './work';

/** Skills, courses, checklists, consent texts and indicators: true of the campaign, no demonstration. */
export async function layFoundations(work: Work): Promise<number> {
  const counts = [
    await writeSkills(work),
    await writeCourses(work),
    await writeCriteria(work),
    await writeConsentTexts(work),
    await writeIndicators(work),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

const skillId = (code: string) =>
  seedId(
    'skill',
    skills.findIndex((skill) => skill.code === code),
  );
const CERTIFIED_WITH_HELP = new Set(['vneid', 'online-public-services', 'cashless-payment']);
const began = `${PROVINCE_BEGAN}T00:00:00Z`;

async function writeSkills({ client }: Work): Promise<number> {
  await insertRows(
    client,
    'skill',
    skills.map((skill, i) => ({
      id: seedId('skill', i),
      code: skill.code,
      domain: skill.domain,
      name_vi: skill.vi,
      name_en: skill.en,
      position: i + 1,
      needed_to_instruct: neededToInstruct.includes(skill.code),
      campaign_topic: campaignTopics.includes(skill.code),
    })),
  );
  return skills.length;
}

async function writeCourses(work: Work): Promise<number> {
  const { client } = work;
  await insertRows(
    client,
    'course',
    courses.map((course, i) => ({
      id: seedId('course', i),
      code: course.code,
      level: course.level,
      minutes: course.minutes,
      language: 'vi',
      audience: course.audience,
      // our assumption: who takes a course on money or identity home has done it at least with help
      certificate_level: CERTIFIED_WITH_HELP.has(course.code) ? 'with_help' : null,
      demo: false,
      created_at: began,
      version: 1,
    })),
  );
  await insertRows(
    client,
    'course_text',
    courses.flatMap((course, i) =>
      (['vi', 'en'] as const).map((locale) => ({
        course_id: seedId('course', i),
        locale,
        slug: course[locale].slug,
        title: course[locale].title,
        description: course[locale].description,
        preconditions: course[locale].preconditions ?? null,
      })),
    ),
  );
  await teachSkills(work);
  return courses.length;
}

/** What each course teaches, and with what. */
async function teachSkills({ client }: Work) {
  await insertRows(
    client,
    'course_skill',
    courses.flatMap((course, i) =>
      course.skills.map((code) => ({ course_id: seedId('course', i), skill_id: skillId(code) })),
    ),
  );
  // the ministry's platform has no interface for programs: the course links to it
  await insertRows(
    client,
    'course_material',
    courses.map((_, i) => ({
      id: seedId('material', i),
      course_id: seedId('course', i),
      title: 'Nền tảng Bình dân học vụ số',
      url: 'https://binhdanhocvuso.gov.vn',
      position: 1,
      locale: 'vi',
      is_public: true,
    })),
  );
}

const COUNTED = { board_seat: 'board', model_member: 'members', model_household: 'households' };

async function writeCriteria({ client }: Work): Promise<number> {
  const lists = Object.entries(criteria);
  await insertRows(
    client,
    'criteria_list',
    lists.map(([kind], i) => ({ id: seedId('criteria list', i), kind, edition: 1, valid_from: PROVINCE_BEGAN })),
  );
  return insertRows(
    client,
    'criterion',
    lists.flatMap(([, list], i) =>
      list.map((criterion, at) => ({
        id: seedId('criterion', i * 100 + at),
        list_id: seedId('criteria list', i),
        position: at + 1,
        label_vi: criterion.vi,
        label_en: criterion.en,
        required: criterion.required ?? true,
        counted_by: criterion.shown ? COUNTED[criterion.shown.by] : null,
        counted_least: criterion.shown?.least ?? null,
      })),
    ),
  );
}

const writeConsentTexts = ({ client }: Work): Promise<number> =>
  insertRows(
    client,
    'consent_text',
    consentTexts.flatMap((text, i) =>
      (['vi', 'en'] as const).map((locale, at) => ({
        id: seedId('consent text', i * 2 + at),
        purpose: text.purpose,
        locale,
        edition: text.edition ?? 1,
        body: text[locale],
        sha256: `\\x${createHash('sha256').update(text[locale]).digest('hex')}`,
        created_at: began,
      })),
    ),
  );

/** The target of both levels, 100 % every year, stands in the database (`app.campaign_target`). */
async function writeIndicators({ client }: Work): Promise<number> {
  await client.query('SELECT app.define_indicators()');
  const { rows } = await client.query('SELECT count(*)::int AS count FROM indicator');
  return rows[0].count;
}

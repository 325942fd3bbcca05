import { survivorWins } from '@/domain/merging/merge';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createLesson } from '@/test/factories/peer-lessons';
import { createHousehold, createMember, createOffice, createPerson } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession, createSkill } from '@/test/factories/trainings';
import { newId, write } from '@/test/factories/write';
import type { TestUnion } from '@/test/union';
import { inDays } from './trainings';

/** Everything that can point to a person, row by row as the database holds it: what a merger and its undoing are measured by. */
const TABLES = `
  person account article attendance attendance_event board_seat certificate consent enrolment
  household household_member media_person membership model_member network_member office pair
  pair_contact pair_goal pair_host pair_tie peer_learner peer_lesson person_request person_skill
  qualification session_trainer topic_wait`
  .trim()
  .split(/\s+/);

/** All rows of those tables by table, as text; without what the database raises by itself. */
export async function everyRow(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(t) - 'version')::text AS row FROM ${table} t ORDER BY 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

export type TwoRecords = { survivorId: string; absorbedId: string };

/** Two records of one woman, each a member of another sub-association of Long Hưng. */
export async function makeDouble(union: TestUnion, name = 'Lê Thị Hai'): Promise<TwoRecords> {
  const one = await createMember(db, union.khuPho5, { name, birthYear: 1970 });
  const other = await createMember(db, union.khuPho6, { name: `${name} Hai`, birthYear: 1971, phone: '+84912345678' });
  return { survivorId: one.id, absorbedId: other.id };
}

/** The form of a merger for two records as they stand. */
export async function mergeOf(two: TwoRecords, choices = {}) {
  const version = async (id: string) =>
    (await db.person.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
  const versions = {
    survivorVersion: await version(two.survivorId),
    absorbedVersion: await version(two.absorbedId),
  };
  return { ...two, ...versions, ...survivorWins, ...choices };
}

/** A choice that comes out the same each time for the same seed. */
export function chanceOf(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const from = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  const stretch = () => {
    const first = next(400);
    return { from: inDays(first - 420), ...(next(3) > 0 ? { to: inDays(first - 420 + 1 + next(300)) } : {}) };
  };
  return { next, from, stretch };
}

/**
 * Two records of one woman with all that both can have: on the same boards, in the same units, with the same third
 * women.
 */
export async function makeDoubles(union: TestUnion) {
  const [one, other] = [await createPerson(db, union.khuPho5), await createPerson(db, union.khuPho6)];
  const thirds = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho6)];
  const models = [await createModel(db, union.khuPho5), await createModel(db, union.khuPho6)];
  const households = [await createHousehold(db, union.khuPho5, thirds[0] ?? one)];
  const skills = [await createSkill(db), await createSkill(db)];
  const network = { id: newId() };
  await write(db, [
    [
      'network',
      {
        id: network.id,
        kind: 'knowledge_sharing_group',
        unit_id: union.khuPho5.id,
        name: 'Nhóm chia sẻ',
        valid_from: '2025-07-01',
        version: 1,
      },
    ],
  ]);
  const course = await createCourse(db);
  const at = (day: number, hour: string) => `${inDays(day)}T${hour}:00:00+07:00`;
  const session = (day: number) =>
    createSession(db, { course, unit: union.khuPho5, seats: 9000, startsAt: at(day, '08'), endsAt: at(day, '10') });
  const sessions = [await session(3), await session(4), await session(5)];
  const lessons = [await createLesson(db, union.khuPho5), await createLesson(db, union.khuPho6)];
  const account = await createAccount(db);
  const device = { id: newId() };
  await write(db, [['device', { id: device.id, account_id: account.id }]]);
  return {
    union,
    women: [one, other] as const,
    thirds,
    models,
    households,
    skills,
    network,
    course,
    sessions,
    lessons,
    account,
    device,
  };
}

export type Doubles = Awaited<ReturnType<typeof makeDoubles>>;

/** Adds a row of a random kind for one of the two; what the database refuses is not there, which is all right. */
export async function addRandomRow(stage: Doubles, chance: ReturnType<typeof chanceOf>): Promise<void> {
  const { union, women, thirds, models, households, skills, network, sessions, lessons, account, device } = stage;
  const [her, third, days] = [chance.from(women), chance.from([...thirds, ...thirds, ...women]), chance.stretch()];
  const dated = { id: newId(), person_id: her.id, valid_from: days.from, valid_to: days.to };
  const unit = chance.from([union.khuPho5, union.khuPho6, union.to1]);
  const [instructor, learner] = chance.next(2) ? [her, third] : [third, her];
  const kinds: (() => Promise<unknown>)[] = [
    () =>
      write(db, [['membership', { ...dated, unit_id: unit.id, kind: chance.from(['member', 'core']), version: 1 }]]),
    () => createOffice(db, unit, her, chance.from(['committee_member', 'group_deputy', 'chair']), days),
    () => write(db, [['network_member', { ...dated, network_id: network.id }]]),
    () => write(db, [['household_member', { ...dated, household_id: chance.from(households).id }]]),
    () => write(db, [['model_member', { ...dated, model_id: chance.from(models).id }]]),
    () =>
      write(db, [
        ['board_seat', { ...dated, model_id: chance.from(models).id, office: chance.from(['head', 'member']) }],
      ]),
    () => addPair(stage, chance, instructor, learner),
    () => addPair(stage, chance, instructor, learner),
    () => addEnrolment(chance.from(sessions), her, device, account, chance),
    () =>
      db.$executeRaw`INSERT INTO session_trainer (session_id, trainer_id, starts_at, ends_at, state)
        SELECT id, ${her.id}::uuid, starts_at, ends_at, state FROM session WHERE id = ${chance.from(sessions).id}::uuid`,
    () =>
      write(db, [
        [
          'person_skill',
          {
            person_id: her.id,
            skill_id: chance.from(skills).id,
            mark: chance.from(['saw_it', 'alone']),
            marked_on: '2026-01-01',
            version: 1,
          },
        ],
      ]),
    () =>
      write(db, [
        ['qualification', { ...dated, valid_to: days.to ?? inDays(400), kind: 'digital_instructor', version: 1 }],
      ]),
    () => addLesson(chance.from(lessons), her, unit),
    () => createHousehold(db, union.khuPho5, her),
    () => joinModel(db, chance.from(models), her),
  ];
  await chance
    .from(kinds)()
    .catch((error: unknown) => {
      if (!/violates|conflicting|exclusion|unique|check/i.test(String(error))) throw error;
    });
}

async function addPair(
  { union, models, skills }: Doubles,
  chance: ReturnType<typeof chanceOf>,
  ...two: { id: string }[]
) {
  const [instructor, learner] = two;
  const id = newId();
  const days = chance.stretch();
  const dated = { pair_id: id, valid_from: days.from };
  await write(db, [
    [
      'pair',
      {
        id,
        instructor_id: instructor?.id,
        learner_id: learner?.id,
        valid_from: days.from,
        valid_to: days.to,
        demo: false,
        version: 1,
      },
    ],
    ['pair_host', { id: newId(), ...dated, unit_id: chance.from([union.khuPho5, union.khuPho6]).id }],
    ['pair_tie', { id: newId(), ...dated, model_id: chance.from(models).id }],
    ['pair_goal', { id: newId(), pair_id: id, skill_id: chance.from(skills).id, mark: 'saw_it', version: 1 }],
    ['pair_contact', { id: newId(), pair_id: id, on_day: days.from, minutes: 20 }],
  ]);
}

/** She taught in one lesson and learned in another. */
async function addLesson(lesson: { id: string }, her: { id: string }, unit: { id: string }) {
  await createLesson(db, unit, { teacher: her });
  await write(db, [['peer_learner', { id: newId(), lesson_id: lesson.id, person_id: her.id }]]);
}

let taps = 0;

async function addEnrolment(
  session: { id: string },
  her: { id: string },
  device: { id: string },
  account: { id: string },
  chance: ReturnType<typeof chanceOf>,
) {
  const arrival = ++taps;
  const { id } = await createEnrolment(db, session, her, arrival);
  if (chance.next(2) === 0) return;
  const mark = chance.from(['present', 'late', 'absent']);
  const tap = { device_id: device.id, sequence: arrival, session_id: session.id, enrolment_id: id, kind: 'mark', mark };
  await write(db, [
    [
      'attendance_event',
      {
        ...tap,
        marked_at: new Date().toISOString(),
        clock_offset_ms: 0,
        marked_by_id: account.id,
        held_for_review: false,
        received_at: new Date().toISOString(),
        arrival,
      },
    ],
  ]);
}

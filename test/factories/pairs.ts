import type { LearnedLevel } from '@/domain/scales/learned-level';
import { type Database, FIRST_DAY, type Made, newId, type Row, write } from './write';

/** A 1+1 pair that counts for the unit; with `tiedTo` it is tied to that Digital Family from its first day. */
export async function createPair(
  database: Database,
  unit: Made,
  instructor: Made,
  learner: Made,
  { from = FIRST_DAY, to, tiedTo, demo = false }: { from?: string; to?: string; tiedTo?: Made; demo?: boolean } = {},
): Promise<Made> {
  const id = newId();
  const rows: Row[] = [
    [
      'pair',
      { id, instructor_id: instructor.id, learner_id: learner.id, valid_from: from, valid_to: to, demo, version: 1 },
    ],
    ['pair_host', { id: newId(), pair_id: id, unit_id: unit.id, valid_from: from }],
  ];
  if (tiedTo) rows.push(['pair_tie', { id: newId(), pair_id: id, model_id: tiedTo.id, valid_from: from }]);
  await write(database, rows);
  return { id };
}

/** A skill that a pair sets out to learn, without a level or with one that was seen on a day. */
export async function createGoal(
  database: Database,
  pair: Made,
  skill: Made,
  { level, on }: { level?: LearnedLevel; on?: string } = {},
): Promise<Made> {
  const id = newId();
  const row = {
    id,
    pair_id: pair.id,
    skill_id: skill.id,
    mark: level,
    marked_on: level && (on ?? FIRST_DAY),
    version: 1,
  };
  await write(database, [['pair_goal', row]]);
  return { id };
}

/** The two of a pair met on a day, for half an hour. */
export async function createContact(database: Database, pair: Made, on: string): Promise<Made> {
  const id = newId();
  const row = { id, pair_id: pair.id, on_day: on, minutes: 30, created_at: `${on}T05:00:00Z` };
  await write(database, [['pair_contact', row]]);
  return { id };
}

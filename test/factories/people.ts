import { type Database, FIRST_DAY, type Made, newId, write } from './write';

export interface PersonOptions {
  name?: string;
  birthYear?: number;
  phone?: string;
  demo?: boolean;
}

/** A person whose record the unit keeps; no member yet. */
export async function createPerson(database: Database, unit: Made, options: PersonOptions = {}): Promise<Made> {
  const { name = 'Nguyễn Thị Mẫu', birthYear = 1980, phone, demo = false } = options;
  const id = newId();
  await write(database, [
    ['person', { id, full_name: name, birth_year: birthYear, phone, keeper_unit_id: unit.id, demo, version: 1 }],
  ]);
  return { id };
}

/** A person and her membership of the unit. */
export async function createMember(
  database: Database,
  unit: Made,
  options: PersonOptions & { from?: string; to?: string; kind?: 'member' | 'core' | 'honorary' } = {},
): Promise<Made> {
  const { from = FIRST_DAY, to, kind = 'member', ...person } = options;
  const made = await createPerson(database, unit, person);
  await write(database, [
    [
      'membership',
      { id: newId(), person_id: made.id, unit_id: unit.id, kind, valid_from: from, valid_to: to, version: 1 },
    ],
  ]);
  return made;
}

/** A title held in a unit. It gives no right by itself. */
export async function createOffice(
  database: Database,
  unit: Made,
  person: Made,
  title: string,
  { from = FIRST_DAY, to }: { from?: string; to?: string } = {},
): Promise<Made> {
  const id = newId();
  await write(database, [
    ['office', { id, person_id: person.id, unit_id: unit.id, title, valid_from: from, valid_to: to, version: 1 }],
  ]);
  return { id };
}

/** A member household with its head in it. */
export async function createHousehold(database: Database, unit: Made, head: Made, from = FIRST_DAY): Promise<Made> {
  const id = newId();
  await write(database, [
    ['household', { id, unit_id: unit.id, head_person_id: head.id, version: 1 }],
    ['household_member', { id: newId(), household_id: id, person_id: head.id, valid_from: from }],
  ]);
  return { id };
}

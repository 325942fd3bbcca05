import { type Database, FIRST_DAY, type Made, newId, unique, write } from './write';

export interface ModelOptions {
  kind?: 'digital_womens_club' | 'digital_sub_association' | 'one_plus_one_instructor' | 'digital_family';
  name?: string;
  slug?: string;
  status?: 'planned' | 'active' | 'paused' | 'ended';
  from?: string;
  /** first day on which the status no longer holds */
  to?: string;
  demo?: boolean;
}

export interface MadeModel extends Made {
  slug: string;
}

/** A model hosted by the unit with one status from a day: an active Digital Family unless told otherwise. */
export async function createModel(database: Database, unit: Made, options: ModelOptions = {}): Promise<MadeModel> {
  const {
    kind = 'digital_family',
    name = 'Gia đình số',
    status = 'active',
    from = FIRST_DAY,
    to,
    demo = false,
  } = options;
  const id = newId();
  const slug = options.slug ?? `mo-hinh-${unique()}`;
  await write(database, [
    ['digital_model', { id, kind, name, slug, founded_on: from, demo, pilot: false, version: 1 }],
    ['model_host', { id: newId(), model_id: id, unit_id: unit.id, valid_from: from }],
    ['model_status', { id: newId(), model_id: id, status, valid_from: from, valid_to: to }],
  ]);
  return { id, slug };
}

/** A status of a model for some days; those it has already must have ended. */
export const createStatus = (
  database: Database,
  model: Made,
  status: NonNullable<ModelOptions['status']>,
  { from, to }: { from: string; to?: string },
): Promise<void> =>
  write(database, [['model_status', { id: newId(), model_id: model.id, status, valid_from: from, valid_to: to }]]);

/** A member of a model, or of its board when an office is given. */
export const joinModel = (
  database: Database,
  model: Made,
  person: Made,
  { office, from = FIRST_DAY }: { office?: 'head' | 'deputy' | 'member' | 'secretary'; from?: string } = {},
): Promise<void> => {
  const row = { id: newId(), model_id: model.id, person_id: person.id, valid_from: from };
  return write(database, [office ? ['board_seat', { ...row, office }] : ['model_member', row]]);
};

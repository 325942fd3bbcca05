import { type Database, FIRST_DAY, type Made, newId, type Row, read, unique, write } from './write';

export interface MadeUnit extends Made {
  slug: string;
  name: string;
  /** "/1/57/1203/" */
  path: string;
}

export interface UnitOptions {
  name?: string;
  slug?: string;
  code?: string;
  kind?: string;
  from?: string;
  /** first day on which it no longer exists */
  to?: string;
  gridQ?: number;
  gridR?: number;
  demo?: boolean;
}

export const createProvince = (database: Database, options: UnitOptions = {}): Promise<MadeUnit> =>
  createUnit(database, 'province', undefined, { name: 'Đồng Nai', kind: 'province', ...options });

export const createCommune = (database: Database, province: Made, options: UnitOptions = {}): Promise<MadeUnit> =>
  createUnit(database, 'commune', province, { name: 'Long Hưng', kind: 'ward', code: `c-${unique()}`, ...options });

/** A unit of the province that is no commune, such as that of an army unit; it may have sub-associations too. */
export const createAffiliated = (database: Database, province: Made, options: UnitOptions = {}): Promise<MadeUnit> =>
  createUnit(database, 'affiliated', province, { name: 'Công an', kind: 'affiliated', ...options });

export const createSubAssociation = (database: Database, commune: Made, options: UnitOptions = {}): Promise<MadeUnit> =>
  createUnit(database, 'sub_association', commune, { name: 'Chi hội Khu phố 5', kind: 'neighbourhood', ...options });

export const createGroup = (database: Database, subAssociation: Made, options: UnitOptions = {}): Promise<MadeUnit> =>
  createUnit(database, 'group', subAssociation, { name: 'Tổ 1', kind: 'group', ...options });

async function createUnit(
  database: Database,
  level: string,
  parent: Made | undefined,
  options: UnitOptions,
): Promise<MadeUnit> {
  const { name = level, from = FIRST_DAY, to, kind, code, gridQ, gridR, demo = false } = options;
  const id = newId();
  const slug = options.slug ?? `${level.replace('_', '-')}-${unique()}`;
  const dated = { unit_id: id, valid_from: from, valid_to: to };
  const rows: Row[] = [
    ['unit', { id, level, slug, code, opened_on: from, closed_on: to, grid_q: gridQ, grid_r: gridR, demo, version: 1 }],
    ['unit_name', { id: newId(), name, ...dated }],
    ['unit_kind', { id: newId(), kind, ...dated }],
  ];
  if (parent) rows.push(['unit_parent', { id: newId(), parent_id: parent.id, ...dated }]);
  await write(database, rows);
  const [span] = await read<{ path: string }>(
    database,
    `SELECT path FROM unit_span WHERE unit_id = '${id}' AND is_last`,
  );
  return { id, slug, name, path: span?.path ?? '' };
}

/** The commune keeps its records here from a day: without this its state is "not reported". */
export const keepRecords = (database: Database, commune: Made, from = FIRST_DAY): Promise<void> =>
  write(database, [['record_keeping', { id: newId(), unit_id: commune.id, valid_from: from }]]);

export interface Tree {
  province: MadeUnit;
  commune: MadeUnit;
  subAssociation: MadeUnit;
  group: MadeUnit;
}

/** One unit of every level, the commune keeping its records. */
export async function createTree(database: Database, options: UnitOptions = {}): Promise<Tree> {
  const province = await createProvince(database);
  const commune = await createCommune(database, province, options);
  await keepRecords(database, commune);
  const subAssociation = await createSubAssociation(database, commune);
  const group = await createGroup(database, subAssociation);
  return { province, commune, subAssociation, group };
}

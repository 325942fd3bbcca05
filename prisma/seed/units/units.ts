import { seedId } from '../chance';
import { insertRows, run, sizeFor, type Work } from '../work';
import type { TreeUnit } from './tree';
import { growGround, growTree } from './tree';

/** Two sub-associations became one on this day: their groups go on under the other. */
export const MERGED_ON = '2026-04-01';
const MERGERS = 6;

/** Writes the whole tree and leaves it in the work table `w_unit`. Returns how many units. */
export async function plantUnits(work: Work): Promise<{ subAssociations: number; groups: number; merged: number }> {
  const units = growTree(sizeFor(work.members));
  const merged = mergeSome(units);
  await writeUnits(work, units);
  await writeLineage(work, merged);
  await run(work.client, `SELECT app.rebuild_unit_spans(ARRAY (SELECT id FROM unit WHERE level = 'province'))`);
  await run(work.client, `INSERT INTO tree_version (txid) SELECT pg_current_xact_id()::text::bigint`);
  await sayWhereToAsk(work);
  const count = (level: TreeUnit['level']) => units.filter((unit) => unit.level === level).length;
  return { subAssociations: count('sub_association'), groups: count('group'), merged: merged.length };
}

/** Numbers that no network has, one a commune; a few have not said it yet. */
const sayWhereToAsk = ({ client }: Work) =>
  run(
    client,
    `INSERT INTO unit_reception (unit_id, phone, place, hours, demo, set_at)
    SELECT w.id, '+84500' || lpad(w.commune_no::text, 6, '0'), 'Trụ sở Hội LHPN ' || CASE k.kind WHEN 'ward' THEN 'phường ' ELSE 'xã ' END || w.place,
      'Thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00', true, timestamptz '2025-10-01 02:00Z'
    FROM w_unit w JOIN unit_kind k ON k.unit_id = w.id AND k.valid_to IS NULL WHERE w.level = 'commune' AND w.commune_no % 9 <> 4`,
  );

/** Writes the province and its communes alone, all of them real. Returns how many. */
export async function plantGround(work: Work): Promise<number> {
  const units = growGround();
  await writeUnits(work, units);
  return units.length;
}

interface Merger {
  closed: TreeUnit;
  successor: TreeUnit;
}

// A sub-association with a neighbour of its own commune; the first two stay, others stand on them.
function mergeSome(units: TreeUnit[]): Merger[] {
  const mergers: Merger[] = [];
  const candidates = units.filter(
    (u) => u.level === 'sub_association' && u.demo && u.ordinal === 6 && u.names.length === 1,
  );
  for (const closed of candidates.filter((u) => u.communeNo !== null && u.communeNo % 7 === 3).slice(0, MERGERS)) {
    const successor = units.find(
      (u) => u.level === 'sub_association' && u.communeNo === closed.communeNo && u.ordinal === 5,
    );
    if (!successor || closed.openedOn >= MERGED_ON || !successor.demo) continue;
    close(closed);
    moveGroups(units, closed, successor);
    mergers.push({ closed, successor });
  }
  return mergers;
}

function close(unit: TreeUnit) {
  unit.closedOn = MERGED_ON;
  for (const row of [...unit.names, ...unit.kinds, ...unit.parents]) row.to = MERGED_ON;
}

function moveGroups(units: TreeUnit[], from: TreeUnit, to: TreeUnit) {
  let number = units.filter((u) => u.level === 'group' && u.subNo === to.no).length;
  for (const group of units.filter((u) => u.level === 'group' && u.subNo === from.no)) {
    number += 1;
    const begins = group.openedOn > MERGED_ON ? group.openedOn : MERGED_ON;
    const name = { value: `Tổ ${number}`, from: begins, to: null };
    const parent = { value: to.no, from: begins, to: null };
    if (group.openedOn >= MERGED_ON) {
      group.names = [name];
      group.parents = [parent];
    } else {
      for (const row of [...group.names, ...group.parents]) row.to = MERGED_ON;
      group.names.push(name);
      group.parents.push(parent);
    }
    group.subNo = to.no;
    group.ordinal = number;
    group.place = `Tổ ${number}, ${to.place}`;
  }
}

/** The units with all that is dated of them, and laid out for the rest of the seed. */
async function writeUnits(work: Work, units: TreeUnit[]) {
  await insertUnits(work, units);
  await insertDatedUnits(work, units);
  await layOutUnits(work, units);
}

async function insertUnits({ client }: Work, units: TreeUnit[]) {
  await insertRows(
    client,
    'unit',
    units.map((u) => ({
      id: u.id,
      no: u.no,
      level: u.level,
      code: u.code,
      slug: u.slug,
      opened_on: u.openedOn,
      closed_on: u.closedOn,
      grid_q: u.q,
      grid_r: u.r,
      lat: u.lat,
      lon: u.lon,
      remote: u.remote,
      demo: u.demo,
      created_at: `${u.openedOn}T00:00:00Z`,
      version: 1,
    })),
  );
  await run(client, `SELECT setval(pg_get_serial_sequence('unit', 'no'), $1)`, [units.length]);
}

/** Names, kinds and places, each from a day to a day. */
async function insertDatedUnits({ client }: Work, units: TreeUnit[]) {
  const idOf = (no: number) => units[no - 1]?.id ?? null;
  let n = 0;
  const dated = <Value>(
    u: TreeUnit,
    rows: { value: Value; from: string; to: string | null }[],
    write: (value: Value) => object,
  ) =>
    rows.map((row) => ({
      id: seedId('dated unit', ++n),
      unit_id: u.id,
      valid_from: row.from,
      valid_to: row.to,
      ...write(row.value),
    }));
  await insertRows(
    client,
    'unit_name',
    units.flatMap((u) => dated(u, u.names, (name) => ({ name }))),
  );
  await insertRows(
    client,
    'unit_kind',
    units.flatMap((u) => dated(u, u.kinds, (kind) => ({ kind }))),
  );
  await insertRows(
    client,
    'unit_parent',
    units.flatMap((u) => dated(u, u.parents, (no) => ({ parent_id: idOf(no) }))),
  );
}

/** The units as the rest of the seed looks them up, for as long as its transaction lasts. */
async function layOutUnits({ client }: Work, units: TreeUnit[]) {
  await client.query(`CREATE TEMP TABLE w_unit (no int PRIMARY KEY, id uuid, level unit_level, slug text, commune_no int, sub_no int,
    ordinal int, place text, opened_on date, closed_on date, remote boolean) ON COMMIT DROP`);
  await insertRows(
    client,
    'w_unit',
    units.map((u) => ({
      no: u.no,
      id: u.id,
      level: u.level,
      slug: u.slug,
      commune_no: u.communeNo,
      sub_no: u.subNo,
      ordinal: u.ordinal,
      place: u.place,
      opened_on: u.openedOn,
      closed_on: u.closedOn,
      remote: u.remote,
    })),
  );
  await client.query('CREATE INDEX ON w_unit (commune_no, level); CREATE INDEX ON w_unit (sub_no); ANALYZE w_unit');
}

// The account that applied the change is written later in the same transaction; foreign keys are checked at the end.
async function writeLineage({ client }: Work, mergers: Merger[]) {
  await insertRows(
    client,
    'unit_change',
    mergers.map((_, i) => ({
      id: seedId('change', i),
      kind: 'merge',
      effective_on: MERGED_ON,
      decision: 'Sắp xếp chi hội (dữ liệu mẫu)',
      preview: {},
      applied_at: `${MERGED_ON}T02:00:00Z`,
      applied_by_id: seedId('account', 2),
    })),
  );
  await insertRows(
    client,
    'unit_lineage',
    mergers.map(({ closed, successor }, i) => ({
      id: seedId('lineage', i),
      change_id: seedId('change', i),
      kind: 'merged_into',
      predecessor_id: closed.id,
      successor_id: successor.id,
      on_day: MERGED_ON,
    })),
  );
}

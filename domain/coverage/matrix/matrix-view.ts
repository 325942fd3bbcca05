import { byVietnameseName } from '@/domain/order';
import { remedyFor } from '../remedy';
import type { MatrixRow, MatrixUnit } from './matrix';

/** What a matrix is narrowed by: what a unit lacks, or nothing at all. A recognition is earned by sub-associations alone. */
export const matrixLacks = ['family', 'pair', 'tie', 'households', 'recognition', 'nothing'] as const;
export type MatrixLack = (typeof matrixLacks)[number];

export const matrixSorts = ['name', 'missing'] as const;
export type MatrixSort = (typeof matrixSorts)[number];

/** Whether a unit lacks this. A tie is lacking where both to be tied are there. */
const lacksIt = (unit: MatrixUnit, lack: Exclude<MatrixLack, 'recognition'>) => {
  if (lack === 'nothing') return unit.covered;
  return (lack === 'households' && unit.bare !== null) || (unit.gap?.missing.includes(lack) ?? false);
};

const isLacking = (row: MatrixRow, lack: MatrixLack) =>
  lack === 'recognition' ? row.recognition !== 'active' : lacksIt(row, lack);

/** How many units there lack each thing, sub-associations and groups together. */
export function countLacking(rows: readonly MatrixRow[]): Record<MatrixLack, number> {
  const of = (lack: MatrixLack) =>
    rows.reduce((sum, row) => sum + (isLacking(row, lack) ? 1 : 0) + groupsLacking(row, lack).length, 0);
  return Object.fromEntries(matrixLacks.map((lack) => [lack, of(lack)])) as Record<MatrixLack, number>;
}

const groupsLacking = ({ groups }: MatrixRow, lack: MatrixLack) =>
  lack === 'recognition' ? [] : groups.filter((group) => lacksIt(group, lack));

/** The rows that lack this, or whose groups do; of their groups those that lack it, each with the deed for that. All rows without a word. */
export function narrowed(rows: readonly MatrixRow[], lack: MatrixLack | undefined): MatrixRow[] {
  if (!lack) return [...rows];
  return rows.flatMap((row) => {
    const groups = lack === 'recognition' ? row.groups : groupsLacking(row, lack);
    const isShown = isLacking(row, lack) || (lack !== 'recognition' && groups.length > 0);
    return isShown ? [{ ...meant(row, lack), groups: groups.map((group) => meant(group, lack)) }] : [];
  });
}

/** A unit whose gap is mended by what one came for. */
const meant = <Unit extends MatrixUnit>(unit: Unit, lack: MatrixLack): Unit =>
  unit.gap && lack === 'pair' ? { ...unit, gap: { ...unit.gap, remedy: remedyFor(unit.gap, lack) } } : unit;

/** How many units of a row are not covered, its groups included. */
const missingOf = (row: MatrixRow) => [row, ...row.groups].filter(({ covered }) => !covered).length;

/** By name, or with most missing first; as many in Vietnamese order. */
export const sorted = (rows: readonly MatrixRow[], sort: MatrixSort): MatrixRow[] =>
  [...rows].sort((one, other) =>
    sort === 'missing'
      ? missingOf(other) - missingOf(one) || byVietnameseName(one, other)
      : byVietnameseName(one, other),
  );

import { oneOf } from '@/app/address';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { coverageIndicators, targetYears, yearOf } from '@/domain/targets/target';
import { placeOf } from '../indicators/place';

export const targetsPath = '/admin/targets';

/** What the page is asked for; the form stands open where an address leads to it. */
export type AskedTargets = { indicator: string; year: number; unitId: string; own?: boolean };

type Query = Record<string, string | string[] | undefined>;

/** The filters of an address; what it should not hold is this year's coverage of sub-associations at her own place. */
export function askedOf(viewer: Viewer, query: Query): AskedTargets | null {
  const unitId = oneOf(query.unit) ?? placeOf(viewer, 'coverage.see');
  if (!unitId) return null;
  const year = targetYears().find((each) => String(each) === oneOf(query.year)) ?? yearOf(today());
  const indicator = oneOf(query.indicator)?.slice(0, 60) ?? coverageIndicators.sub_association;
  return { indicator, year, unitId, own: oneOf(query.own) === 'on' };
}

type Said = { [Key in keyof AskedTargets]?: AskedTargets[Key] | undefined };

/** The address of the page that shows this. */
export function targetsAddress({ indicator, year, unitId, own }: Said, said?: string): string {
  const entries = { unit: unitId, indicator, year: year && String(year), own: own ? 'on' : undefined, said };
  const told = Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return told.length > 0 ? `${targetsPath}?${new URLSearchParams(told)}` : targetsPath;
}

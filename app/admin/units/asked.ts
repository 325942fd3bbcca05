import { oneOf } from '@/app/address';
import type { ChangeKind } from '@/domain/units/restructuring/change';
import { changeKinds } from '@/domain/units/restructuring/change';
import { type UnitLevel, unitLevels } from '@/domain/units/unit';

/** The filters of the tree. */
export type AskedUnits = {
  under?: string | undefined;
  q?: string | undefined;
  level?: UnitLevel | undefined;
  closed?: boolean | undefined;
};

export const unitsPath = '/admin/units';

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedUnits => ({
  under: oneOf(query.under),
  q: oneOf(query.q)?.slice(0, 100),
  level: unitLevels.find((each) => each === oneOf(query.level)),
  closed: oneOf(query.closed) === 'on' || undefined,
});

/** The address of the list that answers this. */
export function addressOf({ closed, ...asked }: AskedUnits & { after?: string }): string {
  const entries = Object.entries({ ...asked, closed: closed ? 'on' : undefined }).filter(([, value]) => value);
  return entries.length ? `${unitsPath}?${new URLSearchParams(entries as [string, string][])}` : unitsPath;
}

/** The address of a kind of change: "change_kind" is written with a hyphen there. */
export const changePath = (unitId: string, kind: ChangeKind) =>
  `${unitsPath}/${unitId}/change/${kind.replace('_', '-')}`;

export const kindOf = (text: string): ChangeKind | undefined =>
  changeKinds.find((kind) => kind.replace('_', '-') === text);

import { oneOf } from '@/app/address';
import {
  type MembershipKind,
  membershipKinds,
  type NetworkKind,
  networkKinds,
  type OfficeTitle,
  officeTitles,
} from '@/domain/people/person';

/** The filters of the list. */
export type AskedPeople = {
  unitId?: string | undefined;
  q?: string | undefined;
  kind?: MembershipKind | 'left' | undefined;
  title?: OfficeTitle | undefined;
  network?: NetworkKind | undefined;
  skillId?: string | undefined;
};

export const peoplePath = '/admin/people';
export const kinds = [...membershipKinds, 'left'] as const;

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedPeople => ({
  unitId: oneOf(query.unit),
  q: oneOf(query.q)?.slice(0, 100),
  kind: kinds.find((each) => each === oneOf(query.kind)),
  title: officeTitles.find((each) => each === oneOf(query.office)),
  network: networkKinds.find((each) => each === oneOf(query.network)),
  skillId: oneOf(query.skill),
});

/** The address of the list that answers this. */
export function addressOf({ unitId, title, skillId, ...asked }: AskedPeople & { after?: string }): string {
  const entries = Object.entries({ ...asked, unit: unitId, office: title, skill: skillId }).filter(
    ([, value]) => value,
  );
  return entries.length ? `${peoplePath}?${new URLSearchParams(entries as [string, string][])}` : peoplePath;
}

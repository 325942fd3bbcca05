import type { Day } from '@/domain/days/day';
import type { OfficeTitle } from '@/domain/people/person';

/** Somebody who may sign the reports of a unit today: a report waits for none of them alone. */
export type Signer = {
  unitId: string;
  accountId: string;
  name: string;
  /** her office at the unit; null where none is on record */
  title: OfficeTitle | null;
  /** the last day of her role; null where it has none */
  until: Day | null;
  demo: boolean;
};

/** Those who sign for a unit. */
export const signersOf = (signers: readonly Signer[], unitId: string) =>
  signers.filter((signer) => signer.unitId === unitId);

import type { OfficeTitle } from '@/domain/people/person';

/** Somebody who answers for a sub-association or a group. */
export type WhomToAsk = { unitId: string; personId: string; name: string; title: OfficeTitle; demo: boolean };

export type Level = 'sub_association' | 'group';
export const levels: readonly Level[] = ['sub_association', 'group'];
/** What is counted of the units of a level. */
export const counts = ['covered', 'bothUntied', 'familyOnly', 'pairOnly'] as const;
export type Count = (typeof counts)[number];
/** A figure as it is told somewhere: units and those of them that count, or the state that stands in place of a number. */
export type Figure = { covered: number | null; units: number | null; percent: number | null; state: string };
/** A share as a tile bears it, in whole percent: 100 and 0 only where they are exact. */
export const wholeOf = (percent: number | null): number | null =>
  percent === null || percent === 0 || percent === 100 ? percent : Math.min(99, Math.max(1, Math.round(percent)));

export type Place = { id: string; slug: string; code: string };
/** A sub-association or group of a day, with what it has, as its source rows say. */
export type Unit = {
  id: string;
  slug: string;
  level: Level;
  subAssociationId: string | null;
  covered: boolean;
  tied: boolean;
};

/** All communes that report together. */
export const CITY = 'city';

/** A figure that was filed, in one word. */
export const filedWord = (state: string, done: number | null, whole: number | null) =>
  state === 'known' ? [done, whole].filter((each) => each !== null).join('/') : state;

import { oneOf } from '@/app/address';
import { type CoverageLevel, coverageLevels } from '@/domain/coverage/coverage';
import { isId } from '@/domain/id';

/** As many communes as there can be. */
const COMMUNES_MAX = 200;

/** What the list is narrowed to, and the commune after which it goes on. */
export type AskedNext = {
  level?: CoverageLevel | undefined;
  courseId?: string | undefined;
  /** one or several; none is all of hers */
  communeIds: readonly string[];
  after?: string | undefined;
};

export const nextPath = '/admin/coverage/next-trainings';

/** The filters of an address; a level that is none is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedNext => ({
  level: coverageLevels.find((each) => each === oneOf(query.level)),
  courseId: oneOf(query.course),
  communeIds: [query.commune ?? []].flat().filter(isId).slice(0, COMMUNES_MAX),
  after: oneOf(query.after),
});

/** The address of the list that answers this. */
export function addressOf({ level, courseId, communeIds, after }: AskedNext): string {
  const entries = Object.entries({ level, course: courseId, commune: communeIds, after }).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return entries.length > 0 ? `${nextPath}?${new URLSearchParams(entries)}` : nextPath;
}

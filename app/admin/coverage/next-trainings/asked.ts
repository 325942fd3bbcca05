import { oneOf } from '@/app/address';
import { type CoverageLevel, coverageLevels } from '@/domain/coverage/coverage';

/** What the list is narrowed to, and the commune after which it goes on. */
export type AskedNext = {
  level?: CoverageLevel | undefined;
  courseId?: string | undefined;
  communeId?: string | undefined;
  after?: string | undefined;
};

export const nextPath = '/admin/coverage/next-trainings';

/** The filters of an address; a level that is none is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedNext => ({
  level: coverageLevels.find((each) => each === oneOf(query.level)),
  courseId: oneOf(query.course),
  communeId: oneOf(query.commune),
  after: oneOf(query.after),
});

/** The address of the list that answers this. */
export function addressOf({ level, courseId, communeId, after }: AskedNext): string {
  const entries = Object.entries({ level, course: courseId, commune: communeId, after }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return entries.length > 0 ? `${nextPath}?${new URLSearchParams(entries)}` : nextPath;
}

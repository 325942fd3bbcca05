import { oneOf } from '@/app/address';
import { isId } from '@/domain/id';
import { GOALS_MAX } from '@/domain/pairs/pair';

/** The parts of the pair to be that its address names. */
export type AskedPair = {
  unit?: string | undefined;
  family?: string | undefined;
  learner?: string | undefined;
  language?: string | undefined;
  skills?: string[];
  q?: string | undefined;
  whole?: boolean;
};

export function askedOfNew(query: Record<string, string | string[] | undefined>): AskedPair {
  const skills = [query.skill ?? []].flat().filter(isId);
  return {
    unit: oneOf(query.unit),
    family: oneOf(query.family),
    learner: oneOf(query.learner),
    language: oneOf(query.language)?.slice(0, 3),
    skills: [...new Set(skills)].slice(0, GOALS_MAX),
    q: oneOf(query.q)?.slice(0, 100),
    whole: Boolean(oneOf(query.whole)),
  };
}

/** The same as fields of a form to the page itself. */
export const keptOfNew = ({ unit, family, learner, language, skills = [] }: AskedPair): [string, string][] =>
  [
    ['unit', unit],
    ['family', family],
    ['learner', learner],
    ['language', language],
    ...skills.map((id) => ['skill', id]),
  ].filter((field): field is [string, string] => Boolean(field[1]));

export const addressOfNew = (asked: AskedPair) => `/admin/pairs/new?${new URLSearchParams(keptOfNew(asked))}`;

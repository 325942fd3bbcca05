import type { Day } from '@/domain/days/day';
import { LEARNERS_MAX } from './pair';

/** The learner's wishes of her instructor; nothing said is nothing asked. */
export type Wish = { skillIds: readonly string[]; language?: string | undefined };

/**
 * A skill that somebody masters alone, and where it was seen: by an official, at the end of a session, as a learner
 * of a pair.
 */
export type Mastered = { skillId: string; source: 'seen' | 'session' | 'pair'; day: Day };

/** A member who might guide a learner, with all that is known for and against it. */
export type Candidate = {
  id: string;
  name: string;
  birthYear: number | null;
  unitName: string;
  /** what the two have in common: the group, the sub-association, or only the commune */
  near: 'group' | 'sub_association' | 'commune';
  /** skills she does alone, of those asked for; of all where none was asked for */
  mastered: readonly Mastered[];
  speaks: boolean;
  /** learners she guides now or will */
  learners: number;
  guidedBefore: boolean;
  /** she is guided herself: a chain */
  isLearning: boolean;
  /** recognised as an instructor today */
  isRecognised?: boolean;
  /** these two are a pair now or will be, whichever of them guides */
  isPaired: boolean;
};

export type Reason =
  | { name: 'mastered'; skills: readonly Mastered[] }
  | { name: 'near'; near: 'group' | 'sub_association' }
  | { name: 'speaks' | 'recognised' | 'guided-before' | 'learning' | 'nothing-seen' }
  | { name: 'load'; learners: number };

export type Suggestion = Candidate & { score: number; reasons: Reason[] };

/** How many instructors are suggested: as many as one looks through on a phone. */
export const SUGGESTIONS_MAX = 8;
/** So many mastered skills are as good as all of them when no skill was asked for. */
const MANY_SKILLS = 4;

/** How much each thing weighs: our own judgement, to be corrected by practice. */
export const weights = {
  /** weighs most: without it nothing is taught */
  mastery: 40,
  /** the two sit side by side */
  sameGroup: 25,
  sameSubAssociation: 15,
  language: 20,
  /** an official has found her able to */
  recognised: 8,
  guidedBefore: 8,
  /** for each learner she guides already */
  learner: -2,
  /** like a load it makes her wait, and never outweighs mastery */
  learning: -4,
} as const;

/** How well a candidate fits a wish; higher is better. */
export function scoreOf(candidate: Candidate, { skillIds, language }: Wish): number {
  const wanted = skillIds.length || MANY_SKILLS;
  const share = Math.min(candidate.mastered.length, wanted) / wanted;
  const near = { group: weights.sameGroup, sub_association: weights.sameSubAssociation, commune: 0 }[candidate.near];
  return (
    weights.mastery * share +
    near +
    (language && candidate.speaks ? weights.language : 0) +
    (candidate.isRecognised ? weights.recognised : 0) +
    (candidate.guidedBefore ? weights.guidedBefore : 0) +
    weights.learner * candidate.learners +
    (candidate.isLearning ? weights.learning : 0)
  );
}

/**
 * The instructors to suggest, best first, each with the reasons. Left out are the learner, her partners and whoever
 * guides as many as she can. Equal ones stand in the order they came in.
 */
export const suggest = (candidates: readonly Candidate[], learnerId: string, wish: Wish): Suggestion[] =>
  candidates
    .filter(({ id, learners, isPaired }) => id !== learnerId && learners < LEARNERS_MAX && !isPaired)
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate, wish), reasons: reasonsOf(candidate, wish) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SUGGESTIONS_MAX);

/** Why she is suggested, in the order of the weights, and what speaks against her behind it. */
export function reasonsOf(candidate: Candidate, { language }: Wish): Reason[] {
  const { mastered, near, speaks, isRecognised, guidedBefore, learners, isLearning } = candidate;
  return [
    mastered.length > 0 ? { name: 'mastered', skills: mastered } : { name: 'nothing-seen' },
    ...(near === 'commune' ? [] : [{ name: 'near' as const, near }]),
    ...(language && speaks ? [{ name: 'speaks' as const }] : []),
    ...(isRecognised ? [{ name: 'recognised' as const }] : []),
    ...(guidedBefore ? [{ name: 'guided-before' as const }] : []),
    { name: 'load', learners },
    ...(isLearning ? [{ name: 'learning' as const }] : []),
  ];
}

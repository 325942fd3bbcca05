export type RefusedPair = 'same-person' | 'couple-stands' | 'not-a-family' | 'tied-already';

/** The database's rules about pairs, by their names, and what they are called here. */
const refused: Record<string, RefusedPair> = {
  no_self_pair: 'same-person',
  one_pair_a_couple: 'couple-stands',
  tie_family: 'not-a-family',
  one_pair_tie: 'tied-already',
};

/** Which problem a refusal of the database is; undefined when it is none of a pair's. */
export const problemOf = (rule: string | undefined): RefusedPair | undefined => (rule ? refused[rule] : undefined);

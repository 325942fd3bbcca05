import type { Day } from '@/domain/days/day';

/**
 * How many women were reached: the same figure for whoever may see the place. So many of them lie beyond the viewer's
 * reach: they are counted and not named.
 */
export type Reach = { women: number; beyond: number };

/** Somebody who guided somebody, as far as a viewer may see. */
export type Guidance = { instructorId: string; learnerId: string; learnerName: string | null; began: Day };

/** A woman in a chain; each stands in it once, below whoever guided her first on the shortest way. */
export type Link = {
  id: string;
  /** null after the erasure of her name */
  name: string | null;
  /** when she began to learn; null of the one with whom the chain begins */
  since: Day | null;
  onward: Link[];
};

export type Chain = {
  root: Link;
  /** how many women the chain reaches, she herself not counted */
  reach: number;
  /** how many of them at each step: those she guided, those they guided, … */
  steps: number[];
};

/**
 * The chain of an instructor, step by step; `app.reach_of` counts the same. A woman stands at the first step that
 * reaches her, so that a loop is finite; the instructor herself is not counted.
 */
export function chainOf({ id, name }: { id: string; name: string | null }, guidances: readonly Guidance[]): Chain {
  const guided = new Map<string, Guidance[]>();
  for (const guidance of [...guidances].sort(byBeginning))
    guided.set(guidance.instructorId, [...(guided.get(guidance.instructorId) ?? []), guidance]);

  const root: Link = { id, name, since: null, onward: [] };
  const met = new Set([id]);
  const steps: number[] = [];
  for (let step = [root]; step.length > 0; ) {
    const next: Link[] = [];
    for (const link of step)
      for (const { learnerId, learnerName, began } of guided.get(link.id) ?? []) {
        if (met.has(learnerId)) continue;
        met.add(learnerId);
        const learner: Link = { id: learnerId, name: learnerName, since: began, onward: [] };
        link.onward.push(learner);
        next.push(learner);
      }
    if (next.length > 0) steps.push(next.length);
    step = next;
  }
  return { root, reach: met.size - 1, steps };
}

const byBeginning = (a: Guidance, b: Guidance) =>
  a.began.localeCompare(b.began) || a.learnerId.localeCompare(b.learnerId);

/** How much of a chain is shown: more steps or women than that nobody takes in. */
export const STEPS_SHOWN = 4;
export const WOMEN_SHOWN = 60;

/** A woman as a chain is shown, with how many further women behind her are not. */
export type ShownLink = Omit<Link, 'onward'> & { onward: ShownLink[]; hidden: number };

/**
 * The part of a chain that is shown: four steps and sixty women, the nearest first. The others are counted at the
 * woman behind whom they stand, so that shown and hidden are the whole reach.
 */
export function shownOf({ root }: Chain): ShownLink {
  const kept = new Set<string>();
  let step = root.onward;
  for (let depth = 1; depth <= STEPS_SHOWN && step.length > 0; depth++) {
    for (const { id } of step) if (kept.size < WOMEN_SHOWN) kept.add(id);
    step = step.filter(({ id }) => kept.has(id)).flatMap(({ onward }) => onward);
  }
  const show = (link: Link): ShownLink => {
    const left = link.onward.filter(({ id }) => !kept.has(id));
    return {
      ...link,
      onward: link.onward.filter(({ id }) => kept.has(id)).map(show),
      hidden: left.reduce((sum, each) => sum + 1 + countBehind(each), 0),
    };
  };
  return show(root);
}

const countBehind = ({ onward }: Link): number => onward.reduce((sum, each) => sum + 1 + countBehind(each), 0);

/** An instructor with how many women she reached, herself and onward. */
export type Instructor = { id: string; name: string | null; unitName: string; learners: number; reach: number };

import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { listAskedForSecond, listWaitingForSecond } from './request-queries';
import { listPublishedRules } from './rule-queries';
import type { SecondRequest, SecondRule } from './second-pair';

export type Seconds = {
  waiting: SecondRequest[];
  asked: SecondRequest[];
  rules: SecondRule[];
  mayRule: boolean;
};

/** What waits for her word, what she asked for, and the rules that hold; null for whoever neither asks nor answers. */
export async function findSeconds(viewer: Viewer): Promise<Seconds | null> {
  if (!mayAnywhere(viewer, 'second-pairs.see')) return null;
  const [waiting, asked, rules] = await Promise.all([
    listWaitingForSecond(viewer),
    listAskedForSecond(viewer),
    listPublishedRules(),
  ]);
  return { waiting, asked, rules, mayRule: mayForProvince(viewer, 'second-pairs.rule') };
}

import type { ShareStep } from '@/domain/coverage/view/places';

/** A bar of few places is still seen; that of none is not there. In percent of the width. */
const LEAST = 1.5;

export type SpreadBar = ShareStep & {
  /** in percent of the width that there is */
  length: number;
  /** the last whole percent that stands in the step */
  last: number;
};

/** A bar for each step of shares, as long as it has places; the longest one fills the width. */
export function drawSpread(steps: readonly ShareStep[]): SpreadBar[] {
  const most = Math.max(1, ...steps.map(({ places }) => places));
  return steps.map((step) => ({
    ...step,
    length: step.places === 0 ? 0 : Math.max(LEAST, Math.round((1000 * step.places) / most) / 10),
    last: step.to === 100 ? 100 : step.to - 1,
  }));
}

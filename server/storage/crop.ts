type Sides = { width: number; height: number };

/** A picture with the point of it that is not cut off, in per cent from the left and the top. */
type Whole = Sides & { focal: { x: number; y: number } };

const scaleFor = ({ width, height }: Sides, box: Sides) => Math.max(box.width / width, box.height / height);

/** The narrowest of its sizes that fills a box sharply; else the widest. */
export function widthFor({ widths, ...whole }: Sides & { widths: readonly number[] }, box: Sides): number {
  const least = whole.width * scaleFor(whole, box);
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted.find((width) => width >= least) ?? sorted.at(-1) ?? whole.width;
}

/** How a picture fills a box: made so large, then cut so that its point stands as near to the middle as its edges allow. */
export function cropOf({ focal, ...whole }: Whole, box: Sides) {
  const scale = scaleFor(whole, box);
  const scaled = {
    width: Math.max(box.width, Math.round(whole.width * scale)),
    height: Math.max(box.height, Math.round(whole.height * scale)),
  };
  const from = (side: number, room: number, percent: number) =>
    Math.round(Math.min(Math.max((side * percent) / 100 - room / 2, 0), side - room));
  const cut = {
    left: from(scaled.width, box.width, focal.x),
    top: from(scaled.height, box.height, focal.y),
    width: box.width,
    height: box.height,
  };
  return { scaled, cut };
}

/** What a letter takes at most, by its size: nothing tells how wide letters will be where a drawing is shown. */
export const LETTER = 0.56;
/** The size of names in drawings. */
const NAME = 15;

/** A name as long as there is room for, in units of its drawing; words beside the drawing say it whole. */
export function fittedIn(name: string, width: number): string {
  const room = Math.floor(width / (NAME * LETTER));
  return name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`;
}

import type { ReactNode } from 'react';
import type { Way } from './elements';

export type DrawnOnceProps = {
  /** the kept reading that it is drawn of: what is kept goes with it */
  of: object;
  /** whatever else decides what is drawn, but for the language: as a rule what the address asks for */
  as: string;
  children: ReactNode;
};

/** Drawings that a process holds at most: of a large page each is about half a megabyte. */
const DRAWINGS_MAX = 80;

/** Of one reading, by its language and what the address asks for. */
type Drawings = Map<string, readonly Way[]>;

const drawings = new WeakMap<object, Drawings>();
type Held = { of: WeakRef<Drawings>; name: string; ways: readonly Way[] };

/** The oldest first. */
const held: Held[] = [];

/**
 * What stands in it is drawn once of each reading, with all that its parts read (decision 0331). Nothing in it may be
 * made anew for each answer, as the number of an asking is.
 */
export const DrawnOnce = ({ children }: DrawnOnceProps): ReactNode => children;

/** What was drawn of a reading in this language, undefined before it was; how it is kept, and how it is kept no longer. */
export function keptDrawing({ of, as }: Pick<DrawnOnceProps, 'of' | 'as'>, language: string) {
  const name = `${language} ${as}`;
  let own: Held | undefined;
  const keep = (ways: readonly Way[]) => {
    const all: Drawings = drawings.get(of) ?? new Map();
    drawings.set(of, all.set(name, ways));
    own = { of: new WeakRef(all), name, ways };
    held.push(own);
    if (held.length > DRAWINGS_MAX) letGo(held[0]);
  };
  return { ways: drawings.get(of)?.get(name), keep, forget: () => letGo(own) };
}

/** Others may have drawn the same anew by then: theirs stays. */
function letGo(one: Held | undefined): void {
  const at = one ? held.indexOf(one) : -1;
  if (!one || at < 0) return;
  held.splice(at, 1);
  const all = one.of.deref();
  if (all?.get(one.name) === one.ways) all.delete(one.name);
}

/** An answer in the making, as the database tells of it. */
export type Witness = {
  /** A statement is sent for it: everything that PostgreSQL is sent counts, what begins and ends a transaction too. */
  asked(): void;
  /** What was asked for it has no answer. */
  silent(): void;
};

/** Whoever makes answers says here which one is in the making. One a process: Next loads modules in more than one graph. */
const KEY = Symbol.for('portal.witness');
type Present = () => Witness | undefined;
const world = globalThis as { [KEY]?: Present };

/** Names who is told of what is asked of the database, and of its silence. */
export function callWitness(present: Present): void {
  world[KEY] = present;
}

/** The answer for which something is asked just now; undefined where none is in the making. Called where it is asked, not where it fails. */
export const presentWitness = (): Witness | undefined => world[KEY]?.();

/** Notes that an answer in the making lacks one of the database; undefined where none is in the making. */
type Witness = () => (() => void) | undefined;

/** Whoever makes answers names her witness here. One a process: Next loads modules in more than one graph. */
const KEY = Symbol.for('portal.witness');
const world = globalThis as { [KEY]?: Witness };

/** Names who is told where the database gives no answer. */
export function callWitness(witness: Witness): void {
  world[KEY] = witness;
}

/** What is to be called if the question asked just now has no answer. Called where it is asked, not where it fails. */
export const presentWitness = (): (() => void) | undefined => world[KEY]?.();

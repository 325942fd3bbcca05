import type { Line, SaidMark } from '../mark';

/** One mark of a deed, with how she stood before it. */
export type Said = { id: string; name: string; before: Line; mark: SaidMark };

/**
 * Marks made on this phone in one go, to be undone in one go: a group, an undoing, or a run of quick taps, as in a
 * pocket. `at`, `until`: its first and last tap, milliseconds since 1970.
 */
export type Deed = { kind: 'group' | 'taps' | 'undoing'; at: number; until: number; said: Said[] };

/** Taps with no longer pause between them are one run. */
const PAUSE_MS = 2_500;
/** Deeds that are remembered while the page is open. */
const DEEDS_MAX = 100;

/** Adds what was said to the deeds, the latest first; a tap that follows quickly joins the run before it. */
export function withDeed(deeds: readonly Deed[], kind: Deed['kind'], said: Said[], now: number): Deed[] {
  const [last, ...earlier] = deeds;
  if (said.length === 0) return [...deeds];
  if (kind === 'taps' && last?.kind === 'taps' && now - last.until <= PAUSE_MS)
    return [{ ...last, until: now, said: [...last.said, ...said] }, ...earlier];
  return [{ kind, at: now, until: now, said }, ...deeds].slice(0, DEEDS_MAX);
}

/** The women of a deed, each once: how she stood before its first word on her, and its last one. */
export function womenOf({ said }: Pick<Deed, 'said'>): Said[] {
  const women = new Map<string, Said>();
  for (const each of said) women.set(each.id, { ...each, before: women.get(each.id)?.before ?? each.before });
  return [...women.values()];
}

type Undoing = {
  /** what is said now, in order */
  say: { id: string; name: string; mark: SaidMark }[];
  /** names of those who stay as they are: said anew since, or told of differently before, which only the register settles */
  left: string[];
};

/** The marks that undo a deed: each woman stands again as she did before it, where nothing newer was said of her. */
export function undoingOf(deed: Deed, lines: readonly (Line & { id: string })[]): Undoing {
  const now = new Map(lines.map((line) => [line.id, line]));
  const undoing: Undoing = { say: [], left: [] };
  for (const { id, name, before, mark } of womenOf(deed)) {
    const stands = now.get(id);
    const still = stands && !stands.conflict && (stands.mark ?? 'taken_back') === mark;
    const was = before.mark ?? 'taken_back';
    if (!still || before.conflict) undoing.left.push(name);
    else if (was !== mark) undoing.say.push({ id, name, mark: was });
  }
  return undoing;
}

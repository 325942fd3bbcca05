import { z } from 'zod';
import { idInput } from '@/domain/id';
import { searchKey } from '@/domain/texts/clean-text';
import type { RegisterLine } from '../register/register';

/** A woman at the door, without a number, of whose name there are others on the register: perhaps she is one of them. */
export type Twin = { line: RegisterLine; others: RegisterLine[] };

/** A woman of whom nothing but her name is known: she may stand here twice. */
type Loose = Pick<RegisterLine, 'walkIn' | 'known'>;
const isLoose = ({ walkIn, known }: Loose) => walkIn && !known;

/**
 * Women who may stand on the register twice, each with the lines she may be: enrolled, with a number, or written down
 * before her. Names are compared without marks, since two hands write them.
 */
export function twinsOf(lines: readonly RegisterLine[]): Twin[] {
  const byName = new Map<string, RegisterLine[]>();
  for (const line of lines) byName.set(searchKey(line.name), [...(byName.get(searchKey(line.name)) ?? []), line]);
  return lines.filter(isLoose).flatMap((line) => {
    const others = (byName.get(searchKey(line.name)) ?? []).filter(
      (other) => other.id !== line.id && (!isLoose(other) || other.no < line.no),
    );
    return others.length > 0 ? [{ line, others }] : [];
  });
}

export const uniteInput = z.object({
  sessionId: idInput,
  /** the woman at the door whose line goes */
  enrolmentId: idInput,
  /** the line that stays */
  intoId: idInput,
});
export type UniteInput = z.output<typeof uniteInput>;

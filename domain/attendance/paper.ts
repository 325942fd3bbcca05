import { z } from 'zod';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/text';
import type { SaidMark } from './attendance';

/** Lines that one register on paper can have, and what may be typed of it at once. */
const TYPED_MAX = 20_000;

/** The letters of both languages, which do not contradict each other: có mặt, muộn or trễ, vắng; present, late, absent. */
const LETTERS: Record<string, SaidMark> = {
  ...{ c: 'present', p: 'present', m: 'late', t: 'late', l: 'late' },
  ...{ v: 'absent', a: 'absent', x: 'taken_back' },
};

/** A woman of the register as the paper knows her. */
export type PaperLine = { no: number; name: string };

/** What one typed line says, or why it says nothing: `unreadable`, or `unknown-line` with the number nobody has. */
export type PaperReading =
  | { ok: true; mark: SaidMark; lines: PaperLine[] }
  | { ok: false; problem: 'unreadable' | 'unknown-line'; no?: number };

/**
 * Reads a line as it is typed: "12 m", "12m", "1-8 c", "3, 5, 9 v". A range takes in those who are on the register and
 * must begin and end with somebody; a single number must be somebody's.
 */
export function readPaperLine(typed: string, register: ReadonlyMap<number, PaperLine>): PaperReading {
  const said = /^(\d[\d\s,.–-]*?)\s*([a-zđ])$/.exec(cleanLine(typed).toLowerCase());
  const mark = LETTERS[said?.[2] ?? ''];
  if (!said?.[1] || !mark) return { ok: false, problem: 'unreadable' };
  const lines: PaperLine[] = [];
  for (const part of said[1]
    .replace(/\s*[–-]\s*/g, '-')
    .split(/[\s,.]+/)
    .filter(Boolean)) {
    const range = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
    if (!range) return { ok: false, problem: 'unreadable' };
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (to < from) return { ok: false, problem: 'unreadable' };
    for (const end of [from, to]) if (!register.has(end)) return { ok: false, problem: 'unknown-line', no: end };
    for (let no = from; no <= to; no++) {
      const line = register.get(no);
      if (line) lines.push(line);
    }
  }
  return { ok: true, mark, lines };
}

/** What a whole page of typed lines says: the last word on each line counts. `wrong`: the first that says nothing. */
export function readPaper(typed: string, register: ReadonlyMap<number, PaperLine>) {
  const marks = new Map<number, SaidMark>();
  for (const text of typed.split('\n').filter((line) => line.trim())) {
    const reading = readPaperLine(text, register);
    if (!reading.ok) return { ok: false, wrong: cleanLine(text) } as const;
    for (const { no } of reading.lines) marks.set(no, reading.mark);
  }
  return { ok: true, marks } as const;
}

export const paperInput = z.object({
  sessionId: idInput,
  typed: z.string().min(1, 'required').max(TYPED_MAX, 'too-long'),
});
export type PaperInput = z.output<typeof paperInput>;

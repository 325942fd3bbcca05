import { z } from 'zod';
import { idInput } from '@/domain/id';
import { cleanLine, cleanProse, searchKey } from '@/domain/texts/clean-text';
import { type WalkIn, walkInInput } from '../delivery';
import type { SaidMark } from '../mark';

/** Letters that may be typed of one register at once. */
const TYPED_MAX = 20_000;

/** The letters of both languages, which do not contradict each other: có mặt, muộn or trễ, vắng; present, late, absent. */
const LETTERS: Record<string, SaidMark> = {
  c: 'present',
  p: 'present',
  m: 'late',
  t: 'late',
  l: 'late',
  v: 'absent',
  a: 'absent',
  x: 'taken_back',
};

/** A woman of the register as the paper knows her. */
export type PaperLine = { no: number; name: string };

type Unread = { ok: false; problem: 'unreadable' | 'unknown-line' | 'unreadable-woman' | 'not-a-phone'; no?: number };

/**
 * The reading of one typed line: a mark for lines of the register, a woman written on by hand, or why it says
 * nothing. `unknown-line` comes with the number that nobody has.
 */
export type PaperReading =
  | { ok: true; mark: SaidMark; lines: PaperLine[]; walkIn?: never }
  | { ok: true; mark: SaidMark; lines?: never; walkIn: WalkIn }
  | Unread;

/**
 * Reads a typed line: "12 m", "12m", "1-8 c" or "3, 5, 9 v". "+ Lê Thị Ghé, 0912 345 678" is a woman written on by
 * hand, present or, with "m", late; her number may be missing.
 */
export function readPaperLine(typed: string, register: ReadonlyMap<number, PaperLine>): PaperReading {
  const text = cleanLine(typed);
  return text.startsWith('+') ? readWalkIn(text.slice(1)) : readMark(text.toLowerCase(), register);
}

function readMark(text: string, register: ReadonlyMap<number, PaperLine>): PaperReading {
  const said = /^(\d[\d\s,.–-]*?)\s*([a-zđ])$/.exec(text);
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
    // A range begins and ends with somebody of the register; who is missing between them is passed over.
    for (const end of [from, to]) if (!register.has(end)) return { ok: false, problem: 'unknown-line', no: end };
    for (let no = from; no <= to; no++) {
      const line = register.get(no);
      if (line) lines.push(line);
    }
  }
  return { ok: true, mark, lines };
}

/** A name, then a phone number if there is one, then a letter if she was late: whoever wrote herself on came. */
function readWalkIn(text: string): PaperReading {
  const said = /^([^\d+,;]+)(?:[\s,;]*([+\d][\d\s.]*))?(?:[\s,;]+([a-z]))?$/i.exec(text.trim());
  const mark = LETTERS[said?.[3]?.toLowerCase() ?? 'c'];
  if (!said || (mark !== 'present' && mark !== 'late')) return { ok: false, problem: 'unreadable-woman' };
  const parsed = walkInInput.safeParse({ name: said[1], phone: said[2] });
  if (parsed.success) return { ok: true, mark, walkIn: parsed.data };
  const isPhone = parsed.error.issues.some(({ path }) => path[0] === 'phone');
  return { ok: false, problem: isPhone ? 'not-a-phone' : 'unreadable-woman' };
}

/** A woman written on by hand. `key`: the same in every reading of the same page, and hers alone. */
export type PaperWalkIn = { key: string; mark: SaidMark; walkIn: WalkIn };

/** The reading of a whole typed page: the last word on each line counts. `wrong`: the first line that says nothing. */
export function readPaper(typed: string, register: ReadonlyMap<number, PaperLine>) {
  const marks = new Map<number, SaidMark>();
  const walkIns = new Map<string, PaperWalkIn>();
  for (const text of typed.split('\n').filter((line) => line.trim())) {
    const reading = readPaperLine(text, register);
    if (!reading.ok) return { ok: false, wrong: cleanLine(text) } as const;
    const { mark, walkIn } = reading;
    for (const { no } of reading.lines ?? []) marks.set(no, mark);
    if (!walkIn) continue;
    let key = walkIn.phone ?? searchKey(walkIn.name);
    // One number is one woman; two of one name without a number are two.
    while (!walkIn.phone && walkIns.has(key)) key += '+';
    walkIns.set(key, { key, mark, walkIn });
  }
  return { ok: true, marks, walkIns: [...walkIns.values()] } as const;
}

export const paperInput = z.object({
  sessionId: idInput,
  typed: z.string().min(1, 'required').max(TYPED_MAX, 'too-long').transform(cleanProse),
});
export type PaperInput = z.output<typeof paperInput>;

import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

export const erasureReasons = ['asked', 'no-longer-needed', 'recorded-wrongly'] as const;

export const eraseInput = z.object({
  personId: idInput,
  version: versionInput,
  /** her full name, typed to confirm */
  name: line(1, 200),
  /** a choice, not words: words would name her again */
  reason: z.enum(erasureReasons),
  askedOn: dayInput,
});
export type EraseInput = z.output<typeof eraseInput>;

/** An active thing that still points to her and has to be handed over first. */
export type Obstacle = 'office-held' | 'pair-live' | 'board-seat-held' | 'training-ahead' | 'role-held';
export type Obstacles = { name: Obstacle; count: number }[];

/** A name written by hand: capitals, blanks and the form of its letters do not matter. */
export const sameName = (typed: string, name: string) => {
  const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
  return folded(typed) === folded(name);
};

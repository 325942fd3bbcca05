import { z } from 'zod';
import { type Permission, permissions } from '@/domain/access/permissions';
import { wordsOf } from '@/domain/texts/search-words';
import { type UnitKind, type UnitLevel, unitLevels } from '../unit';

/** Which units a question offers: of some levels, where the viewer may do something. */
export type UnitScope = {
  permission: Permission;
  levels: readonly UnitLevel[];
  /** the commune or sub-association that they lie in; the province as a whole, where it is asked for, lies in none and stays */
  within?: string | undefined;
  /** units that are no answer: the one that is to be merged into another */
  without?: readonly string[];
  /** a commune also for whoever may do it in a part of it alone */
  holding?: boolean;
};

/** A unit with what tells it apart from another of the same name. */
export type UnitChoice = {
  id: string;
  level: UnitLevel;
  kind: UnitKind | null;
  name: string;
  code: string | null;
  subAssociationId: string | null;
  subAssociation: string | null;
  communeId: string | null;
  path: string;
  commune: string | null;
  communeKind: UnitKind | null;
  /** the name it once bore, where it is that which was asked for */
  former: string | null;
  /** what it belonged to before, where another unit of its name stands beside it: an old commune, or else an old sub-association */
  origin: string | null;
  /** bears, or bore, just the name that was asked for, marks and all */
  exact: boolean;
};

/** The best of what was found, and whether there is more than that. */
export type UnitChoices = { choices: UnitChoice[]; more: boolean };

/** Units shown at once; who looks for another one types more of its name. */
export const CHOICES_MAX = 20;
/** Units that are all shown beside each other, without a search. */
export const FEW = 8;
/** Longer than the longest label of a unit. */
export const WORDS_MAX = 200;

const list = (max: number) => z.string().transform((text) => text.split(',').filter(Boolean).slice(0, max));

const written = z.object({
  for: z.enum(Object.keys(permissions) as [Permission, ...Permission[]]),
  level: list(unitLevels.length).pipe(z.array(z.enum(unitLevels)).min(1)),
  within: z.uuid().optional(),
  without: list(5).pipe(z.array(z.uuid())).optional(),
  holding: z.literal('yes').optional(),
});

/** A scope as forms and addresses carry it. Whoever writes another one finds no more than her reach holds. */
export function scopeText({ permission, levels, within, without = [], holding }: UnitScope): string {
  return new URLSearchParams({
    for: permission,
    level: levels.join(','),
    ...(within ? { within } : {}),
    ...(without.length > 0 ? { without: without.join(',') } : {}),
    ...(holding ? { holding: 'yes' } : {}),
  }).toString();
}

/** The scope that such a text says; null where it says none. */
export function scopeOf(text: string): UnitScope | null {
  const read = written.safeParse(Object.fromEntries(new URLSearchParams(text.slice(0, 1000))));
  if (!read.success) return null;
  const { for: permission, level: levels, within, without = [], holding } = read.data;
  return { permission, levels, within, without, holding: holding === 'yes' };
}

const QUESTION_WORDS_MAX = 16;

/** Words in front of a commune's name when it is written out; some still write the kind of yesterday. */
const KINDS = ['xa', 'phuong', 'commune', 'ward'];

/** The kind of the city as its label ends in; a hamlet may bear one of these words within its name. */
const CITY = / (thanh pho|city|tinh|province)$/;

/** What the label of a unit says at its end of where it came from. */
const ORIGIN = / (truoc thuoc|formerly of) .*$/;

/** The words of a question, without kinds of communes and of the city: a whole label has more of them than somebody types. */
export function questionWords(question: string): string[] {
  const all = wordsOf(question, QUESTION_WORDS_MAX).join(' ').replace(ORIGIN, '').split(' ').filter(Boolean);
  const names = all.filter((word) => !KINDS.includes(word));
  return names.length > 0 ? names.join(' ').replace(CITY, '').split(' ') : all;
}

import { z } from 'zod';
import type { WrittenName } from '@/domain/articles/written-names/written-names';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';

/**
 * A name in a piece whose bearer in its communes has said no on record: on which day, and `seen`: what whoever looks has before her, the words
 * that say it and when she said so.
 */
export type RefusedName = WrittenName & { refusedOn: Day; seen: string };

/** Names in a piece with those that were refused: one that is spelled as nobody's name is can be taken back as well. */
export const withRefused = (names: readonly WrittenName[], refused: readonly RefusedName[]): WrittenName[] => [
  ...names,
  ...refused.filter(({ key }) => !names.some((name) => name.key === key)),
];

/** Of which name somebody has looked that it is another woman's, by its field, and what she had before her. */
export const lookInput = z.object({
  articleId: idInput,
  name: z.string({ error: 'choose-one' }).regex(/^[0-9a-f]{4,600}$/, { error: 'choose-one' }),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LookInput = z.output<typeof lookInput>;

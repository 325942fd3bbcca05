import { diffArrays } from 'diff';
import type { Locale } from '@/domain/locale';
import { type ArticleNode, plainOf } from '../document';
import { pictureOf } from '../pictures/text-picture';

/**
 * What became of a picture within a text; `before`: the one that stood in its place. `after`: the paragraph below which it stands now,
 * or stood; none at the beginning.
 */
export type PictureChange = { picture: string; after: string } & (
  | { became: 'added' | 'removed' | 'moved' }
  | { became: 'changed'; before: string }
);

/** As of words: texts that differ by more are other texts, in which nothing has a place to be moved from. */
const PARAGRAPHS_MAX = 300;

/** `rank`: how many paragraphs that stand in both texts are above it. */
type Standing = { picture: string; after: string; rank: number };
type Part = { picture: string } | { words: string };

/** The paragraphs of a text and its pictures, in their order. */
function partsOf(node: ArticleNode): Part[] {
  const picture = pictureOf(node);
  if (picture) return [{ picture }];
  if (node.content?.some((child) => child.content || pictureOf(child) || child.attrs?.words))
    return node.content.flatMap(partsOf);
  const words = plainOf({ type: 'doc', content: [node] });
  return words ? [{ words }] : [];
}

const wordsIn = (parts: readonly Part[]) => parts.flatMap((part) => ('words' in part ? [part.words] : []));

/** Each picture with where it stands; `stays`: of each paragraph, whether it is in the other text as well. */
function standingIn(parts: readonly Part[], stays: readonly boolean[]): Standing[] {
  const standing: Standing[] = [];
  let [above, rank, after] = [0, 0, ''];
  for (const part of parts) {
    if ('picture' in part) standing.push({ picture: part.picture, after, rank });
    else {
      rank += Number(stays[above++] ?? false);
      after = part.words;
    }
  }
  return standing;
}

/** Pictures of one text that do not stand in the same place of the other, each side in its order. */
function apart(one: readonly Standing[], other: readonly Standing[]) {
  const runs = diffArrays([...one], [...other], {
    comparator: (left, right) => left.picture === right.picture && left.rank === right.rank,
  });
  return {
    went: runs.flatMap((run) => (run.removed ? run.value : [])),
    came: runs.flatMap((run) => (run.added ? run.value : [])),
  };
}

/** Takes the first that is wanted out of a list. */
function taken(list: Standing[], wanted: (one: Standing) => boolean): Standing | undefined {
  const at = list.findIndex(wanted);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

/** What became of the pictures of a text: one that went here and came there was moved, two in one place stand for each other. */
export function pictureChanges(then: ArticleNode, now: ArticleNode): PictureChange[] {
  const [before, after] = [partsOf(then), partsOf(now)];
  const runs = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: PARAGRAPHS_MAX }) ?? [];
  const staysIn = (gone: 'added' | 'removed', other: 'added' | 'removed') =>
    runs.filter((run) => !run[other]).flatMap((run) => run.value.map(() => !run[gone]));
  const stood = standingIn(before, staysIn('removed', 'added'));
  const { went, came } = apart(stood, standingIn(after, staysIn('added', 'removed')));
  const moved = new Set(came.filter(({ picture }) => taken(went, (one) => one.picture === picture)));
  const told = came.map((one): PictureChange => {
    const { picture, after: below, rank } = one;
    if (moved.has(one)) return { became: 'moved', picture, after: below };
    const old = taken(went, (each) => each.rank === rank);
    return old
      ? { became: 'changed', picture, after: below, before: old.picture }
      : { became: 'added', picture, after: below };
  });
  return [...told, ...went.map(({ picture, after: below }) => ({ became: 'removed' as const, picture, after: below }))];
}

/** A picture that one language lacks, or that stands elsewhere there. */
export type PictureApart = { picture: string; missingIn: Locale | null };

/** Which pictures the two languages do not have in the same place. Places are compared where both have as many paragraphs, else the order. */
export function picturesApart(vi: ArticleNode, en: ArticleNode): PictureApart[] {
  const sides = [partsOf(vi), partsOf(en)];
  const [many, others] = sides.map((parts) => wordsIn(parts).length);
  const [inVi = [], inEn = []] = sides.map((parts) => standingIn(parts, Array(many).fill(many === others)));
  const { went, came } = apart(inVi, inEn);
  const elsewhere = came.filter(({ picture }) => taken(went, (one) => one.picture === picture));
  const lacking = (standing: Standing[], missingIn: Locale) => standing.map(({ picture }) => ({ picture, missingIn }));
  return [
    ...lacking(went, 'en'),
    ...lacking(
      came.filter((one) => !elsewhere.includes(one)),
      'vi',
    ),
    ...elsewhere.map(({ picture }) => ({ picture, missingIn: null })),
  ];
}

import { lookOf } from '@/components/charts/map/place-ground';
import type { ArticleCard } from '@/domain/articles/article';
import { subjectOf } from '@/domain/articles/subject';

/** How many before it stand beside a picture: to its left, and above it in two or three columns. */
const BESIDE = 3;

/** What stands for the campaign as a whole, for a piece whose own topics are all beside it already. */
const campaign = [null, 'guiding-others', 'digital_womens_club', 'digital_family'];

type Piece = Pick<ArticleCard, 'title' | 'topics'>;

/**
 * The subject of each picture of a list: the piece's own where it may be, else another of its topics, else the campaign. No two beside
 * each other look the same, and a list always looks as it did.
 */
export function subjectsBeside(pieces: readonly Piece[]): (string | null)[] {
  const chosen: (string | null)[] = [];
  for (const piece of pieces) {
    const taken = chosen.slice(-BESIDE).map(lookKey);
    const own = [subjectOf(piece), ...piece.topics.map(({ code }) => code)];
    chosen.push([...own, ...campaign].find((subject) => !taken.includes(lookKey(subject))) ?? null);
  }
  return chosen;
}

/** Subjects that are drawn alike have one key. */
export function lookKey(subject: string | null): string {
  const { ground, icon } = lookOf(subject);
  return `${ground.name} ${icon}`;
}

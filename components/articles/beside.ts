import { lookOf } from '@/components/charts/map/place-ground';
import type { ArticleCard } from '@/domain/articles/article';
import { sceneOf, scenesFor } from '@/domain/articles/scenes/fitting-scene';
import type { Scene } from '@/domain/articles/scenes/scene';
import { subjectOf } from '@/domain/articles/subject';

/** How many before it stand beside a picture: to its left, and above it in two or three columns. */
const BESIDE = 3;

/** What stands for the campaign as a whole, for a piece whose own topics are all beside it already. */
const campaign = [null, 'guiding-others', 'digital_womens_club', 'digital_family'];

type Piece = Pick<ArticleCard, 'title' | 'topics'>;
type Drawn = Piece & Pick<ArticleCard, 'id' | 'kind'> & { scene?: Scene | null };

/** How a piece without a picture is drawn: before which ground, and in which scene. */
export type Look = { subject: string | null; scene: Scene };

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

/**
 * How each piece of a list is drawn. A scene that somebody chose stays; where the portal chooses it is none that stands beside it. Two that were
 * chosen alike still have another ground or sign.
 */
export function looksBeside(pieces: readonly Drawn[]): Look[] {
  const subjects = subjectsBeside(pieces);
  const looks: Look[] = [];
  for (const [at, piece] of pieces.entries()) {
    const ahead = pieces.slice(at + 1, at + 1 + BESIDE).map(({ scene }) => scene);
    const taken = [...looks.slice(-BESIDE).map(({ scene }) => scene), ...ahead];
    const free = scenesFor(piece).find((scene) => !taken.includes(scene));
    looks.push({ subject: subjects[at] ?? null, scene: piece.scene ?? free ?? sceneOf(piece) });
  }
  return looks;
}

/** Subjects that are drawn alike have one key. */
export function lookKey(subject: string | null): string {
  const { ground, icon } = lookOf(subject);
  return `${ground.name} ${icon}`;
}

import type { ArticleCard } from '../article';
import { subjectOf } from '../subject';
import { type Scene, scenes } from './scene';

/** Scenes that fit what a piece is about, the most fitting first. */
const fitting: Record<string, readonly Scene[]> = {
  vneid: ['women', 'office'],
  'online-public-services': ['office', 'women'],
  'cashless-payment': ['market', 'boat'],
  'business-online': ['market', 'garden'],
  ocop: ['garden', 'market'],
  'scams-and-safety': ['call'],
  safety: ['call'],
  'personal-data': ['call', 'office'],
  'verified-information': ['class', 'call'],
  'guiding-others': ['women', 'class'],
  'ai-tools': ['class', 'women'],
  'ai-in-union-work': ['class', 'office'],
  digital_womens_club: ['class', 'women'],
  digital_sub_association: ['class', 'boat'],
  one_plus_one_instructor: ['women', 'garden'],
  digital_family: ['family', 'boat'],
};

/** Of an alert, whatever it is about: a tick beside a warning would say that all is well. */
const WARNING: readonly Scene[] = ['call'];

type Piece = Pick<ArticleCard, 'id' | 'kind' | 'title' | 'topics'>;

/** All scenes in the order in which a piece is drawn in them: what fits it, then the others, other ones first for other pieces. */
export function scenesFor(piece: Piece): Scene[] {
  const fits = piece.kind === 'alert' ? WARNING : (fitting[subjectOf(piece) ?? ''] ?? []);
  const others = scenes.filter((scene) => !fits.includes(scene));
  const turn = Array.from(piece.id).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % others.length;
  return [...fits, ...others.slice(turn), ...others.slice(0, turn)];
}

/** The scene of a piece by itself: the one that was chosen, or the most fitting. */
export const sceneOf = (piece: Piece & { scene?: Scene | null }): Scene =>
  piece.scene ?? scenesFor(piece)[0] ?? 'women';

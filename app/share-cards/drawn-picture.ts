import type { CardPicture } from '@/components/layout/share-cards/share-card';
import type { PublishedArticle } from '@/domain/articles/article';
import { sceneOf } from '@/domain/articles/scenes/fitting-scene';
import { coverOf } from '@/domain/guides/guide';

type Piece = Pick<PublishedArticle, 'id' | 'kind' | 'slug' | 'title' | 'topics' | 'scene'>;

/** What is drawn on the card of a piece, as at its head: its scene; of a guide for which nobody chose one its phone. */
export const drawnFor = (piece: Piece): CardPicture =>
  piece.kind === 'guide' && !piece.scene
    ? { kind: 'phone', drawing: coverOf(piece.topics), topic: piece.topics[0]?.code ?? null }
    : { kind: 'scene', scene: sceneOf(piece), piece: piece.slug };

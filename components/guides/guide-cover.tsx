import { useId } from 'react';
import { lookOf } from '@/components/charts/map/place-ground';
import { SceneWithin } from '@/components/charts/scenes/scene-drawing';
import type { Scene } from '@/domain/articles/scenes/scene';
import type { Drawing } from '@/domain/guides/guide';
import { GuideDrawing } from './guide-drawing';

type CoverProps = {
  guide: { slug: string; topics: readonly { code: string }[]; scene: Scene | null };
  /** the phone that stands for it where nobody chose a scene */
  drawing: Drawing;
  /** its place among others: neighbours hold the phone in another way */
  at: number;
  className?: string;
};

/** What stands for a guide without a picture: the scene that an editor chose, else a phone that shows what it is about. */
export const GuideCover = ({ guide: { slug, topics, scene }, ...drawn }: CoverProps) =>
  scene ? (
    <GuideScene scene={scene} topic={topics[0]?.code ?? null} piece={slug} className={drawn.className} />
  ) : (
    <GuideDrawing {...drawn} topic={topics[0]?.code} />
  );

type SceneProps = { scene: Scene; topic: string | null; piece: string; className: string | undefined };

/** As large as a phone is drawn. Two women reach beyond the place of other scenes. */
function GuideScene({ scene, topic, piece, className = '' }: SceneProps) {
  const check = `check${useId()}`;
  const { ground } = lookOf(topic);
  const place = scene === 'women' ? { x: 84, y: 52, scale: 0.66 } : { x: 64, y: 16, scale: 0.84 };
  return (
    <svg
      viewBox="0 0 320 200"
      className={`block w-full rounded-[6px] [print-color-adjust:exact] ${className}`}
      aria-hidden="true"
    >
      <path d="M0 0h320v200H0Z" fill={ground.base} />
      <SceneWithin scene={scene} ground={ground.name} piece={piece} check={check} {...place} />
    </svg>
  );
}

import type { Scene } from '@/domain/articles/scenes/scene';
import { TwoWomen } from '../chains/two-women';
import { sceneDrawings } from './scenes';

type SceneProps = { scene: Scene; ground: string; piece: string; check: string; x: number; y: number; scale: number };

/** A scene in a circle of light, within a drawing; `check` names the pattern of the khăn rằn of two women. */
export function SceneWithin({ scene, ground, piece, check, x, y, scale }: SceneProps) {
  if (scene === 'women') return <TwoWomen ground={ground} piece={piece} check={check} x={x} y={y} scale={scale} />;
  const Drawn = sceneDrawings[scene];
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle cx="114" cy="100" r="118" fill="#F4C431" opacity=".16" />
      <circle cx="114" cy="100" r="74" fill="#F4C431" opacity=".2" />
      <Drawn />
    </g>
  );
}

/** A scene by itself, in small. The words beside it say what it shows. */
export const SceneDrawing = ({ scene, className = '' }: { scene: Scene; className?: string }) => (
  <svg viewBox="0 0 260 236" className={`block bg-plum ${className}`} aria-hidden="true">
    <SceneWithin
      scene={scene}
      ground="plum"
      piece=""
      check={`check-${scene}`}
      x={scene === 'women' ? 46 : 16}
      y={scene === 'women' ? 62 : 18}
      scale={scene === 'women' ? 0.75 : 1}
    />
  </svg>
);

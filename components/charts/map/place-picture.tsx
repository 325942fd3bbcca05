import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Scene } from '@/domain/articles/scenes/scene';
import { SceneWithin } from '../scenes/scene-drawing';
import { combOf, cornersOf, type GridPlace, radiusOf } from './hexagon';
import { litPlace, type PictureShape, type PictureTile, pictureShapes, tilesAround } from './place-geometry';
import { type Ground, lookOf } from './place-ground';
import { Blank } from './tile';
import { fitName } from './tile-name';

export type PicturePlace = GridPlace & { code: string; name: string };

type PlacePictureProps = {
  places: readonly PicturePlace[];
  /** Code of the commune of a story; null where it happened everywhere. */
  current: string | null;
  /** Code of the first skill of a story, or the kind of a model; decides icon and ground. */
  subject: string | null;
  shape: PictureShape;
  /** What is drawn before the map; nothing beside the name of a commune. */
  scene?: Scene;
  /** Slug of the story: two women are others for other stories. */
  piece?: string;
  /** Says nothing to those who hear the page, where the words beside it say it all. */
  decorative?: boolean;
  className?: string;
};

/** What stands for the picture of a story without one: its commune lit among the tiles beside it. Drawn, and said to be. */
export function PlacePicture({ shape, className = '', ...props }: PlacePictureProps) {
  if (shape !== 'cover') return <Drawing {...props} shape={shape} className={className} />;
  return (
    <>
      <Drawing {...props} shape="lead" className={`md:hidden ${className}`} />
      <Drawing {...props} shape="cover" className={`hidden md:block ${className}`} />
    </>
  );
}

const sceneAt = {
  card: { x: 208, y: 58, scale: 1.08 },
  lead: { x: 470, y: 130, scale: 1.65 },
  cover: { x: 940, y: 60, scale: 1.45 },
};
const womenAt = {
  card: { x: 236, y: 122, scale: 0.7 },
  lead: { x: 398, y: 216, scale: 1.45 },
  cover: { x: 880, y: 128, scale: 1.55 },
};

/** Two women reach beyond the place of other scenes. */
function placeOf(scene: Scene, shape: PictureShape) {
  const at = scene === 'women' ? womenAt : sceneAt;
  return shape === 'lead' || shape === 'cover' ? at[shape] : at.card;
}

function Drawing({
  places,
  current,
  subject,
  shape,
  scene,
  piece = '',
  decorative = false,
  className,
}: PlacePictureProps) {
  const t = useTranslations('charts');
  const check = `check${useId()}`;
  const { width, height, spacing, at, fit } = pictureShapes[shape];
  const { ground, icon } = lookOf(subject);
  const iconSize = Math.round(spacing * 0.56);
  const lit = litPlace(places, current);
  const name = lit && lit.code === current ? lit.name : 'Đồng Nai';
  const label = scene ? t('place.scene', { scene: t(`place.scenes.${scene}`), name }) : t('place.label', { name });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={fit}
      className={`block w-full [print-color-adjust:exact] ${className}`}
      role={decorative ? undefined : 'img'}
      aria-label={decorative ? undefined : label}
      aria-hidden={decorative || undefined}
    >
      <path d={`M0 0h${width}v${height}H0Z`} fill={ground.base} />
      {lit && (
        <Neighbourhood
          tiles={tilesAround(lit, places, shape)}
          ground={ground}
          spacing={spacing}
          names={scene ? 'none' : shape === 'header' ? 'wide' : 'all'}
        />
      )}
      <polygon points={cornersOf(at, radiusOf(spacing))} className="fill-pomelo" />
      <g transform={`translate(${at.x - iconSize / 2} ${at.y - iconSize / 2})`} className="text-ink">
        <Icon name={icon} size={iconSize} />
      </g>
      {scene && (
        <SceneWithin scene={scene} ground={ground.name} piece={piece} check={check} {...placeOf(scene, shape)} />
      )}
    </svg>
  );
}

type NeighbourhoodProps = {
  tiles: readonly PictureTile<PicturePlace>[];
  ground: Ground;
  spacing: number;
  /** A header becomes a strip on phones, too low for names. */
  names: 'all' | 'wide' | 'none';
};

function Neighbourhood({ tiles, ground, spacing, names }: NeighbourhoodProps) {
  const named = names === 'none' ? [] : tiles.filter(({ whole }) => whole);
  const outlines = (tint: number) =>
    combOf(
      tiles.filter((tile) => tile.tint === tint).map(({ at }) => at),
      radiusOf(spacing),
    );
  return (
    <>
      {ground.tints.map((fill, tint) => {
        const outline = outlines(tint);
        return outline && <path key={fill} d={outline} fill={fill} />;
      })}
      {named.map(({ place, at }) => (
        <PlaceName key={place.code} name={place.name} x={at.x} y={at.y} spacing={spacing} wide={names === 'wide'} />
      ))}
    </>
  );
}

type PlaceNameProps = { name: string; x: number; y: number; spacing: number; wide: boolean };

function PlaceName({ name, x, y, spacing, wide }: PlaceNameProps) {
  const { lines, size } = fitName(name, spacing * 0.84, spacing * 0.88, 24);
  return (
    <text
      textAnchor="middle"
      fontSize={size}
      className={`fill-paper font-sans font-semibold ${wide ? 'max-md:hidden' : ''}`}
    >
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + (index - (lines.length - 1) / 2) * 28 + 8}>
          {line}
          <Blank />
        </tspan>
      ))}
    </text>
  );
}

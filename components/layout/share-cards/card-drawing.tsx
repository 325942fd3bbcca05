import type { Scene } from '@/domain/articles/scenes/scene';
import { outlinesOf, radiusOf } from '../../charts/map/hexagon';
import { litPlace, pictureShapes, tilesAround } from '../../charts/map/place-geometry';
import { type Ground, lookOf } from '../../charts/map/place-ground';
import type { PicturePlace } from '../../charts/map/place-picture';
import { SceneWithin } from '../../charts/scenes/scene-drawing';
import { markupOf } from '../ready/ready';
import { type CardLayout, cardLayouts, tilesUnder } from './card-layout';
import { type Fitted, fitted } from './card-letters';
import { Brand, CardPhone, colours, Figure, Leaf, Lit, MadeUp, Patterns, TakenEdge } from './card-parts';
import { type CardShape, cardShapes, type ShareCard } from './share-card';

/** A card as a drawing that stands by itself: no style, no class of a page, and its words are no markup. */
export const cardSvg = (shape: CardShape, card: ShareCard, places: readonly PicturePlace[]): string =>
  markupOf(<Drawing shape={shape} card={card} places={places} />);

type DrawingProps = { shape: CardShape; card: ShareCard; places: readonly PicturePlace[] };

function Drawing({ shape, card, places }: DrawingProps) {
  const { width, height } = cardShapes[shape];
  const layout = cardLayouts[shape];
  const { ground } = lookOf(card.subject);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{card.title}</title>
      <Patterns />
      <path d={`M0 0h${width}v${height}H0Z${holeOf(card, layout)}`} fillRule="evenodd" fill={ground.base} />
      <Picture shape={shape} card={card} places={places} layout={layout} ground={ground} />
      <path
        d={`M0 0h${width}v${layout.cloth}H0Z`}
        transform={`translate(0 ${height - layout.cloth})`}
        fill="url(#cloth)"
      />
      <Brand {...layout.brand} />
      <Words card={card} layout={layout} />
      {card.demo && <MadeUp words={card.demo} {...layout.demo} />}
    </svg>
  );
}

/** Nothing is drawn where a picture that was taken stands: it is laid below what is drawn. */
const holeOf = ({ picture }: ShareCard, { taken: { x, y, width, height } }: CardLayout) =>
  picture.kind === 'taken' ? `M${x} ${y}v${height}h${width}v${-height}Z` : '';

type PictureProps = DrawingProps & { layout: CardLayout; ground: Ground };

/** The commune among those beside it, fainter below the words, and what the card is about before it. */
function Picture({ shape, card: { picture, place, subject }, places, layout, ground }: PictureProps) {
  const under = tilesUnder(shape, picture);
  const { at, spacing } = pictureShapes[under];
  if (picture.kind === 'taken') return <TakenEdge {...layout.taken} icon={lookOf(subject).icon} />;
  const radius = radiusOf(spacing);
  const lit = litPlace(places, place);
  const tiles = lit ? tilesAround(lit, places, under) : [];
  const { text } = layout;
  const isBelowWords = (x: number) => shape === 'wide' && x < text.x + text.width - radius / 3;
  return (
    <>
      {ground.tints.map((fill, tint) => (
        <path
          key={fill}
          d={outlinesOf(
            tiles.filter((tile) => tile.tint === tint && !isBelowWords(tile.at.x)).map((tile) => tile.at),
            radius,
          )}
          fill={fill}
        />
      ))}
      {picture.kind === 'figure' ? (
        <Figure at={at} radius={radius} figure={picture.figure} />
      ) : (
        <Lit at={at} radius={radius} icon={lookOf(subject).icon} />
      )}
      {picture.kind === 'leaf' && <Leaf leaf={picture} {...layout.leaf} />}
      {picture.kind === 'scene' && (
        <SceneWithin {...picture} ground={ground.name} check="check" {...sceneAt(picture, layout)} />
      )}
      {picture.kind === 'phone' && <CardPhone picture={picture} {...layout.phone} />}
    </>
  );
}

/** Two women reach beyond the place of other scenes. */
const sceneAt = ({ scene }: { scene: Scene }, layout: CardLayout) => (scene === 'women' ? layout.women : layout.scene);

const TITLE = { sizes: [64, 58, 52, 46, 41, 37, 33], family: 'serif', leading: 1.24 } as const;
const SENTENCE = { sizes: [34, 31, 28, 26], family: 'sans', leading: 1.36 } as const;
const LINE = { sizes: [32, 29, 26, 23], family: 'sans', leading: 1.3, height: 50 } as const;
/** Of the room for words, what the title has at most where a sentence follows it. */
const SHARE = 0.58;
const GAP = 18;

function Words({ card, layout: { text, line } }: { card: ShareCard; layout: CardLayout }) {
  const { width, height } = text;
  const title = fitted(card.title, { ...TITLE, width, height: card.words ? height * SHARE : height });
  const taken = title.lines.length * title.size * TITLE.leading;
  const words = card.words ? fitted(card.words, { ...SENTENCE, width, height: height - taken - GAP }) : null;
  const all = taken + (words ? GAP + words.lines.length * words.size * SENTENCE.leading : 0);
  const top = text.y + (height - all) / 2;
  const room = ['scene', 'phone', 'taken'].includes(card.picture.kind) ? line.width : line.besides;
  const foot = card.line ? fitted(card.line, { ...LINE, width: room }) : null;
  return (
    <>
      <Lines
        fitted={title}
        x={text.x}
        top={top}
        leading={TITLE.leading}
        family="Literata"
        weight={700}
        fill={colours.paper}
      />
      {words && (
        <Lines
          fitted={words}
          x={text.x}
          top={top + taken + GAP}
          leading={SENTENCE.leading}
          weight={600}
          fill={colours.mist}
        />
      )}
      {foot && (
        <text x={line.x} y={line.y} fontSize={foot.size} fontWeight={600} fill={colours.pomelo}>
          {foot.lines[0]}
        </text>
      )}
    </>
  );
}

type LinesProps = {
  fitted: Fitted;
  x: number;
  top: number;
  leading: number;
  family?: string;
  weight: number;
  fill: string;
};

function Lines({ fitted: { lines, size }, x, top, leading, family, weight, fill }: LinesProps) {
  return (
    <>
      {lines.map((line, at) => (
        <text
          key={line}
          x={x}
          y={Math.round(top + size * (leading * at + leading / 2 + 0.34))}
          fontFamily={family}
          fontSize={size}
          fontWeight={weight}
          fill={fill}
        >
          {line}
        </text>
      ))}
    </>
  );
}

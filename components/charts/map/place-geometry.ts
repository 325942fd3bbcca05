import { centerOf, type GridPlace, type Point, radiusOf } from './hexagon';

export const pictureShapes = {
  /** 3:2, in lists, with a scene at the right. */
  card: { width: 480, height: 320, spacing: 150, at: { x: 104, y: 132 }, fit: 'xMidYMid slice' },
  /** 9:5, the first story of a page, with a scene at the right. */
  lead: { width: 900, height: 500, spacing: 170, at: { x: 150, y: 150 }, fit: 'xMidYMid slice' },
  /** Across the whole page above a story, with a scene at the right. */
  cover: { width: 1440, height: 400, spacing: 190, at: { x: 230, y: 190 }, fit: 'xMaxYMid slice' },
  /** Beside the name of a commune, with the names of its neighbours. */
  header: { width: 760, height: 520, spacing: 150, at: { x: 350, y: 270 }, fit: 'xMidYMid slice' },
  /** Beside the words of a shared page, above what it is about. */
  wideCard: { width: 1200, height: 610, spacing: 170, at: { x: 846, y: 120 }, fit: 'xMidYMid slice' },
  squareCard: { width: 1080, height: 1052, spacing: 170, at: { x: 930, y: 130 }, fit: 'xMidYMid slice' },
  /** So large that a number has room in the place. */
  wideFigure: { width: 1200, height: 610, spacing: 380, at: { x: 910, y: 330 }, fit: 'xMidYMid slice' },
  squareFigure: { width: 1080, height: 1052, spacing: 400, at: { x: 540, y: 822 }, fit: 'xMidYMid slice' },
} as const;
export type PictureShape = keyof typeof pictureShapes;

export type PictureTile<Place> = { place: Place; at: Point; tint: 0 | 1 | 2 | 3; whole: boolean };

/** The place to light: the one asked for, or the one nearest to the middle of the province. */
export function litPlace<Place extends GridPlace & { code: string }>(
  places: readonly Place[],
  code: string | null,
): Place | null {
  const asked = places.find((place) => place.code === code);
  if (asked) return asked;
  const centers = places.map((place) => centerOf(place, 1));
  const middle = {
    x: centers.reduce((sum, { x }) => sum + x, 0) / centers.length,
    y: centers.reduce((sum, { y }) => sum + y, 0) / centers.length,
  };
  const away = (place: Place) => Math.hypot(centerOf(place, 1).x - middle.x, centerOf(place, 1).y - middle.y);
  return [...places].sort((one, other) => away(one) - away(other))[0] ?? null;
}

/** The tiles around the lit place: every other tile that the picture shows at least in part. */
export function tilesAround<Place extends GridPlace>(
  lit: Place,
  places: readonly Place[],
  shape: PictureShape,
): PictureTile<Place>[] {
  const { width, height, spacing, at } = pictureShapes[shape];
  const origin = centerOf(lit, spacing);
  const radius = radiusOf(spacing);
  const side = (radius * Math.sqrt(3)) / 2;
  return places.flatMap((place) => {
    if (place === lit) return [];
    const center = centerOf(place, spacing);
    const x = Math.round((center.x - origin.x + at.x) * 10) / 10;
    const y = Math.round((center.y - origin.y + at.y) * 10) / 10;
    if (x + side <= 0 || x - side >= width || y + radius <= 0 || y - radius >= height) return [];
    const whole = x - side >= 0 && x + side <= width && y - radius >= 0 && y + radius <= height;
    return [{ place, at: { x, y }, tint: tintOf(place), whole }];
  });
}

/** Always the same tint for a place, and rarely that of its neighbour. */
const tintOf = ({ q, r }: GridPlace): 0 | 1 | 2 | 3 => ((((q * 5 + r * 3) % 4) + 4) % 4) as 0 | 1 | 2 | 3;

import type { CardPicture, CardShape } from './share-card';

export type Box = { x: number; y: number; width: number; height: number };

/** Where words and picture stand, in pixels of each shape. */
export type CardLayout = {
  brand: { x: number; y: number; size: number };
  /** title and sentence, one below the other, in the middle of this box */
  text: Box;
  /** the first letter of the foot, and its room: beside the women there is less */
  line: { x: number; y: number; width: number; besides: number };
  /** the cloth along the lower edge */
  cloth: number;
  women: { x: number; y: number; scale: number };
  /** every other scene, and the phone of a guide */
  scene: { x: number; y: number; scale: number };
  phone: { x: number; y: number; scale: number };
  /** where a picture that was taken stands, in whole pixels, and the tile on its edge */
  taken: Box & { tile: { x: number; y: number; radius: number } };
  leaf: { x: number; y: number; scale: number };
  /** the mark of what is made up, by its right end */
  demo: { right: number; y: number };
};

export const cardLayouts: Record<CardShape, CardLayout> = {
  wide: {
    brand: { x: 60, y: 50, size: 32 },
    text: { x: 60, y: 138, width: 590, height: 372 },
    line: { x: 60, y: 560, width: 540, besides: 700 },
    cloth: 20,
    women: { x: 735, y: 352, scale: 1.38 },
    scene: { x: 746, y: 244, scale: 1.74 },
    phone: { x: 694, y: 282, scale: 1.54 },
    taken: { x: 700, y: 0, width: 500, height: 610, tile: { x: 696, y: 538, radius: 50 } },
    leaf: { x: 806, y: 236, scale: 1 },
    demo: { right: 1200, y: 36 },
  },
  square: {
    brand: { x: 64, y: 64, size: 38 },
    text: { x: 64, y: 232, width: 952, height: 252 },
    line: { x: 64, y: 556, width: 660, besides: 660 },
    cloth: 28,
    women: { x: 372, y: 728, scale: 1.48 },
    scene: { x: 323, y: 640, scale: 1.9 },
    phone: { x: 204, y: 622, scale: 2.1 },
    taken: { x: 0, y: 592, width: 1080, height: 460, tile: { x: 996, y: 636, radius: 50 } },
    leaf: { x: 372, y: 632, scale: 1.12 },
    demo: { right: 1080, y: 520 },
  },
};

/** Which arrangement of tiles a picture stands on. */
export const tilesUnder = (shape: CardShape, { kind }: CardPicture) =>
  kind === 'figure' ? (`${shape}Figure` as const) : (`${shape}Card` as const);

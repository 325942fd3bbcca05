const ACROSS = ['left', 'center', 'right'] as const;
const PLACES = {
  left: ['object-left-top', 'object-left', 'object-left-bottom'],
  center: ['object-top', 'object-center', 'object-bottom'],
  right: ['object-right-top', 'object-right', 'object-right-bottom'],
} as const;
const third = (share: number) => (share < 34 ? 0 : share < 67 ? 1 : 2);

/** The third of the picture that is not cut off: nothing is styled inline. */
export const placeOf = ({ x, y }: { x: number; y: number }) => PLACES[ACROSS[third(x)] ?? 'center'][third(y)];

const SYSTEMS: [name: string, pattern: RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux|CrOS/],
];
/** Browsers in this order: each also calls itself by the names of those below it. */
const BROWSERS: [name: string, pattern: RegExp][] = [
  ['Zalo', /Zalo/],
  ['Cốc Cốc', /coc_coc/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Edge', /Edg/],
  ['Opera', /OPR/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
];

/** "Android, Chrome", from what a browser calls itself: tells two phones of one woman apart. Empty when it says nothing. */
export function phoneName(agent: string): string {
  const nameIn = (names: typeof SYSTEMS) => names.find(([, pattern]) => pattern.test(agent))?.[0];
  return [nameIn(SYSTEMS), nameIn(BROWSERS)].filter(Boolean).join(', ');
}

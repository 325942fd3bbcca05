/** Files below /admin that answer these accounts otherwise than with a page or a sheet, each with its reason. */
const CLOSED: [file: RegExp, why: string][] = [
  [/\/\[\.\.\.unknown]\//, 'says that there is no such page'],
  [/\/passkey-step\/|\/(coverage\/remind|train)\/route/, 'leads on'],
  [/\/invitation\/\[token]/, 'the way in is a secret'],
  [
    /\/courses\/(materials|pictures)\/|\/media\/|\/pictures\/\[pictureId]\/print/,
    'bytes of a file, and none lies there',
  ],
  [/\/practice(s|\/|\/edit\/)/, 'the good practice of a club; this model is a family'],
  [/\/households\/\[householdId]|\/undo\/\[changeId]/, 'the second step of a form whose first is asked'],
  [
    /\/reports\/\[unitId]\/|\/reports\/remind/,
    'a report while its figures are being counted, and a month that is owed',
  ],
  [/\/series\/|\/outcomes\/feedback\//, 'a session of a series, or one of today or of yesterday'],
  [/\/member-cards?\/print\//, 'sheets of cards that wait, and none waits'],
  [/\/pictures\/\[pictureId]\/faces\//, 'who is in a picture whose bytes lie here'],
  [
    /\/units\/new\/|\/indicators\/\[code]\/rows\/|\/second-pairs\//,
    'begins from a page that is asked, and names no woman',
  ],
];

export const isClosed = (file: string): boolean => CLOSED.some(([pattern]) => pattern.test(file));

import { type APIResponse, expect, request, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { createVenue } from '../../test/factories/trainings';
import { type Made, read, unique } from '../../test/factories/write';
import { openQuietPortal, type QuietPortal } from '../support/processes/quiet-portal';
import { believeAll, HIDDEN, type Hidden, makeHidden, makeRing } from '../support/stage/doors';
import { lastMonth } from '../support/stage/reports';
import { openSession } from '../support/stage/session';
import type { Visitor } from '../support/stage/stage';
import { isPage, pageFiles, placeOf } from '../support/vectors/page-files';

/**
 * The portal as it is built for everybody, on a database in which its own checks answer yes to three accounts, whatever they ask: it holds
 * them for officials of the whole city. The doors of the database know better.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** What a page needs to be asked besides its address. */
const ASKED: Record<string, (known: Known) => string> = {
  '/admin/digital-models/new': () => '?kind=digital_family',
  '/admin/pairs/new': ({ unit }) => `?unit=${unit}`,
  '/admin/people/new': ({ unit }) => `?unit=${unit}`,
  '/admin/peer-lessons/new': ({ unit }) => `?unit=${unit}`,
  '/admin/people/[personId]/merge': ({ records }) => `?with=${records.learner}`,
  '/admin/reminders/new': ({ unit }) => `?units=${unit}`,
  '/admin/reports/remind': ({ period }) => `?period=${period}`,
  '/admin/people/[personId]/own-data/export': () => '?format=json',
  '/admin/people': ({ mark }) => `?q=${mark}`,
};

/** Files below /admin that answer these accounts otherwise than with a page or a sheet, each with its reason. */
const CLOSED: [file: RegExp, why: string][] = [
  [/\/\[\.\.\.unknown]\//, 'says that there is no such page'],
  [/\/passkey-step\/|\/train\/route/, 'leads on'],
  [/\/invitation\/\[token]/, 'the way in is a secret'],
  [
    /\/courses\/(materials|pictures)\/|\/media\/|\/pictures\/\[pictureId]\/print/,
    'bytes of a file, and none lies there',
  ],
  [/\/practice(s|\/|\/edit\/)/, 'the good practice of a club; this model is a family'],
  [/\/households\/\[householdId]|\/undo\/\[changeId]/, 'the second step of a form whose first is asked'],
  [/\/reports\/\[unitId]\/|\/reports\/remind/, 'figures of a period, which this ground has not'],
  [/\/series\/|\/outcomes\/feedback\//, 'a session of a series, or one that is held today'],
  [/\/member-cards?\/print\//, 'sheets of cards that wait, and none waits'],
  [/\/pictures\/\[pictureId]\/faces\//, 'who is in a picture whose bytes lie here'],
  [
    /\/units\/new\/|\/indicators\/\[code]\/rows\/|\/second-pairs\//,
    'begins from a page that is asked, and names no woman',
  ],
];

/** Pages that are of one record of several of their kind. */
const SPECIAL: [place: RegExp, part: string, id: (records: Hidden) => string][] = [
  [/\/outcomes|\/attendance/, 'sessionId', ({ held }) => held],
  [/\/parts$/, 'articleId', ({ guide }) => guide],
  [/\/subject-person$/, 'articleId', ({ story }) => story],
  [/\/change\//, 'kind', () => 'rename'],
];

type Known = { records: Hidden; unit: string; period: string; mark: string; ids: Record<string, string> };

const visitors = new Map<string, Visitor>();
const visitorCalled = (who: string): Visitor => {
  const visitor = visitors.get(who);
  if (!visitor) throw new Error(`${who} has not come`);
  return visitor;
};
let quiet: QuietPortal;
let known: Known;
let official: Visitor;

test.beforeAll(async () => {
  const ring = makeRing();
  quiet = await openQuietPortal('portal_doors', { SEALING_KEYS: ring });
  const { database, places, come } = quiet;
  const mark = `Zk${unique()}`;
  const records = await makeHidden(database, places, mark, ring);
  const [period, unit] = [await lastMonth(database), places.subAssociation.id];
  const venue = await createVenue(database, places.commune);
  const one = async (table: string) =>
    (await read<Made>(database, `SELECT id FROM ${table} ORDER BY id LIMIT 1`))[0]?.id ?? '';
  const ids = {
    ...Object.fromEntries(Object.entries(records).map(([name, id]) => [`${name}Id`, id])),
    unitId: unit,
    communeId: places.commune.id,
    periodId: period,
    courseId: await one('course'),
    venueId: venue.id,
    kind: 'digital_family',
    code: 'members',
    shape: 'wide',
  };
  known = { records, unit, period, mark, ids };
  official = await come('commune_official', places.commune);
  visitors.set('neighbour', await come('commune_official', places.next));
  visitors.set('viewer', await come('viewer', places.commune));
  visitors.set('nobody', await come('commune_official', places.commune, { ended: true }));
  await believeAll(
    database,
    [...visitors.values()].map(({ accountId }) => accountId),
  );
  // a session that began before a role was given gets another token
  for (const [who, visitor] of visitors) {
    const cookie = await openSession(database, visitor.accountId);
    const extraHTTPHeaders = { cookie: `${cookie.name}=${cookie.value}` };
    const http = await request.newContext({ baseURL: quiet.origin, extraHTTPHeaders, maxRedirects: 0 });
    visitors.set(who, { ...visitor, cookie, http });
  }
});
test.afterAll(() => quiet?.close());

/** The address of a file, with the records that are hidden in it; null where a part of it is not known. */
function addressOf(file: string): string | null {
  const place = placeOf(file);
  let missing = false;
  const filled = place.replace(/\[(\w+)]/g, (_, name: string) => {
    const id =
      SPECIAL.find(([pattern, part]) => part === name && pattern.test(place))?.[2](known.records) ?? known.ids[name];
    if (!id) missing = true;
    return id ?? '';
  });
  return missing ? null : `${filled}${ASKED[place]?.(known) ?? (isPage(file) ? '' : '?format=csv')}`;
}

const plain = (text: string) => text.replace(/&nbsp;|[\s\u00a0]/g, '');
/** What an answer says, a workbook too. */
async function wordsOf(answer: APIResponse): Promise<string> {
  if (!/spreadsheet/.test(answer.headers()['content-type'] ?? '')) return answer.text();
  return JSON.stringify((await readXlsx(await answer.body())).sheets.map(({ rows }) => rows));
}
const hiddenIn = (text: string) => HIDDEN.filter((words) => plain(text).includes(words));

const signedIn = pageFiles().filter((file) => file.startsWith('app/admin/'));

test('who answers for these women reads their numbers and the field: what is hidden below is there', async () => {
  const { person } = known.records;
  const told = await official.http.get(`/admin/people/${person}/own-data/export?format=json`);
  expect(hiddenIn(await told.text())).toEqual([HIDDEN[0], HIDDEN[4]]);
  const sheet = await official.http.get(`/admin/people/export?format=csv&q=${known.mark}`);
  expect(hiddenIn(await sheet.text())).toEqual([HIDDEN[0]]);
  const list = await official.http.get(`/admin/trainings/${known.records.session}/participants/export?format=csv`);
  expect(hiddenIn(await list.text())).toEqual(HIDDEN.slice(0, 2));
  const rows = await official.http.get(`/admin/imports/${known.records.batch}/bad-rows?format=csv`);
  expect(hiddenIn(await wordsOf(rows))).toEqual([HIDDEN[3]]);
});

/** Where women are named; to the others every page is asked for by one of the three. */
const OF_WOMEN = /\/(people|participants|messages|enrol|imports|pairs|trainings\/\[|export|merge|members|topic-waits)/;

for (const [who, asks] of [
  ['neighbour', () => true],
  ['viewer', (file: string) => OF_WOMEN.test(file)],
  ['nobody', (file: string) => OF_WOMEN.test(file)],
] as const)
  test(`${who}: every page, list, print and sheet opens, and tells no number and no sealed field`, async () => {
    const { http } = visitorCalled(who);
    const told: string[] = [];
    const shut: string[] = [];
    for (const file of signedIn.filter(asks)) {
      const address = addressOf(file);
      const answer = address === null ? null : await http.get(address);
      if (answer?.status() !== 200) shut.push(`${file} ${answer?.status() ?? ''}`);
      for (const words of hiddenIn(answer ? await wordsOf(answer) : '')) told.push(`${address}: ${words}`);
    }
    expect(told).toEqual([]);
    expect(shut.filter((file) => !CLOSED.some(([pattern]) => pattern.test(file)))).toEqual([]);
  });

import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { hiddenIn, wordsOf } from '../support/doors/answers';
import { isClosed } from '../support/doors/closed';
import { addressOf, type Doors, openDoors } from '../support/doors/ground';
import { HIDDEN } from '../support/doors/hidden';
import { pageFiles } from '../support/vectors/page-files';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let doors: Doors;
test.beforeAll(async () => {
  doors = await openDoors('portal_doors');
});
test.afterAll(() => doors?.quiet.close());

const signedIn = pageFiles().filter((file) => file.startsWith('app/admin/'));

test('who answers for these women reads their numbers and the field: what is hidden below is there', async () => {
  const { known, official } = doors;
  const told = async (address: string) => hiddenIn(await wordsOf(await official.http.get(address)));
  const hers = `/admin/people/${known.records.person}/own-data/export`;
  expect(await told(`${hers}?format=json`)).toEqual([HIDDEN[0], HIDDEN[4]]);
  expect(await told(`${hers}?format=pdf`)).toEqual([HIDDEN[0], HIDDEN[4]]);
  for (const format of ['csv', 'xlsx']) {
    expect(await told(`/admin/people/export?format=${format}&q=${known.mark}`)).toEqual([HIDDEN[0]]);
    const list = `/admin/trainings/${known.records.session}/participants/export?format=${format}`;
    expect(await told(list)).toEqual([HIDDEN[0], HIDDEN[1], HIDDEN[5]]);
    expect(await told(`/admin/imports/${known.records.batch}/bad-rows?format=${format}`)).toEqual([HIDDEN[3]]);
  }
});

/** Where women are named; to the others every page is asked for by one of the three. */
const OF_WOMEN = /\/(people|participants|messages|enrol|imports|pairs|trainings\/\[|export|merge|members|topic-waits)/;

/** What else a file is asked for as: a list as a workbook, what is held on a woman as a paper. */
const TWINS: [type: string, format: string, twin: string][] = [
  ['text/csv', 'xlsx', 'spreadsheet'],
  ['application/json', 'pdf', 'application/pdf'],
];
const typeOf = (answer: APIResponse) => answer.headers()['content-type'] ?? '';

/** The same in its other form, which has to come as well; null where there is none. */
async function twinOf(http: APIRequestContext, answer: APIResponse): Promise<APIResponse | null> {
  const [, format, type] = TWINS.find(([first]) => typeOf(answer).startsWith(first)) ?? [];
  if (!format || !type) return null;
  const twin = await http.get(answer.url().replace(/format=\w+/, `format=${format}`));
  expect.soft([twin.url(), twin.status(), typeOf(twin)]).toEqual([twin.url(), 200, expect.stringContaining(type)]);
  return twin;
}

for (const [who, asks] of [
  ['neighbour', () => true],
  ['viewer', (file: string) => OF_WOMEN.test(file)],
  ['nobody', (file: string) => OF_WOMEN.test(file)],
] as const)
  test(`${who}: every page, list, print, sheet and paper opens, and tells no number and no sealed field`, async () => {
    const { http } = doors.believed[who];
    const told: string[] = [];
    const shut: string[] = [];
    for (const file of signedIn.filter(asks)) {
      const address = addressOf(file, doors.known);
      const answer = address === null ? null : await http.get(address);
      if (answer?.status() !== 200) shut.push(`${file} ${answer?.status() ?? ''}`);
      for (const each of answer ? [answer, await twinOf(http, answer)] : [])
        for (const words of each ? hiddenIn(await wordsOf(each)) : []) told.push(`${each?.url()}: ${words}`);
    }
    expect(told).toEqual([]);
    expect(shut.filter((file) => !isClosed(file))).toEqual([]);
  });

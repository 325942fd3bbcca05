import { parseCsvObjects } from 'hucre/csv';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

/** What a client reads of an answer. */
type Answer = {
  data: Record<string, string | number | boolean | null>[];
  links: { self: string; next: string | null };
  meta: { demonstration: boolean; licence: { id: string } };
};

const placeIn = (next: string) => new URL(next, 'http://portal.invalid').searchParams.get('after') ?? '';
/** "9.146" as a number. */
const numberIn = (text = '') => Number(text.replaceAll('.', ''));

test('a client made from the description reads all pages of coverage, and they come to the sentence of the page', async ({
  readAs,
  baseURL,
}) => {
  const page = await readAs();
  const definition = await (await page.request.get('/api/v1/openapi.json')).json();
  const client = await new OpenAPIClientAxios({
    definition,
    axiosConfigDefaults: { baseURL: `${baseURL}/api/v1` },
  }).init();
  // others move figures of the city meanwhile: both are read again where one of them was older
  await expect(async () => {
    const rows: Answer['data'] = [];
    let pages = 0;
    for (let after: string | undefined = ''; after !== undefined; pages++) {
      const asked: Record<string, string | number> = {
        level: 'sub_association',
        limit: 30,
        ...(after ? { after } : {}),
      };
      const { data, status } = (await client.coverage?.(asked as never)) ?? { data: null, status: 0 };
      expect(status).toBe(200);
      rows.push(...(data as Answer).data);
      const { next } = (data as Answer).links;
      after = next === null ? undefined : placeIn(next);
    }
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(new Set(rows.map(({ commune }) => commune)).size).toBe(rows.length);
    const sum = (field: string) => rows.reduce((all, row) => all + Number(row[field] ?? 0), 0);
    await page.goto('/do-phu');
    const [, covered, units] = /([\d.]+) trong ([\d.]+)/.exec((await page.locator('h1 + p').textContent()) ?? '') ?? [];
    expect([sum('covered'), sum('units')]).toEqual([numberIn(covered), numberIn(units)]);
    for (const row of rows.filter(({ state }) => state === 'not_reported'))
      expect([row.units, row.percent]).toEqual([null, null]);
  }).toPass();
});

test('a sheet has the letters of Vietnamese, the mark of demonstration, licence and source in each row, and the rows of JSON', async ({
  readAs,
}) => {
  const { request } = await readAs();
  const [sheet, told] = [
    await request.get('/api/v1/communes?format=csv&limit=500'),
    (await (await request.get('/api/v1/communes?limit=500')).json()) as Answer,
  ];
  const bytes = await sheet.body();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(sheet.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const text = bytes.toString();
  expect(text.split('\r\n').length).toBe(told.data.length + 1);
  const { data } = parseCsvObjects<Record<string, string>>(text, { header: true, skipEmptyRows: true });
  expect(data.map(({ name }) => name)).toEqual(told.data.map(({ name }) => name));
  expect(data.map(({ name }) => name)).toContain('Đồng Xoài');
  for (const row of data)
    expect([row.demonstration, row.licence, row.source]).toEqual([
      'true',
      'CC-BY-4.0',
      'Hội Liên hiệp Phụ nữ Đồng Nai, cổng Phụ nữ số',
    ]);
});

test('every dataset is answered in both languages and known again by its tag; who is signed in gets not a letter more', async ({
  readAs,
}) => {
  const [reader, official] = [await readAs(), await readAs('longhung')];
  for (const address of [
    'communes',
    'coverage',
    'indicators',
    'indicators?language=en',
    'sessions',
    'articles',
    'snapshots',
    'openapi.json',
  ])
    await expect(async () => {
      const path = `/api/v1/${address}`;
      const [one, other] = [await reader.request.get(path), await official.request.get(path)];
      expect(one.status(), address).toBe(200);
      expect(await other.text(), address).toBe(await one.text());
      expect(one.headers()['access-control-allow-origin']).toBe('*');
      expect(other.headers()['set-cookie']).toBeUndefined();
      const again = await reader.request.get(path, { headers: { 'if-none-match': one.headers().etag ?? '' } });
      expect(again.status(), address).toBe(304);
    }).toPass();
});

test('what nobody offers is a problem with the name of its parameter; a day to come and an unknown commune are too', async ({
  readAs,
}) => {
  const { request } = await readAs();
  for (const [address, status, parameter] of [
    ['coverage?day=2199-01-01', 400, 'day'],
    ['coverage?commune=00000', 400, 'commune'],
    ['coverage?level=province', 400, 'level'],
    ['coverage?phone=0912345678', 400, 'phone'],
    ['articles?after=abc', 400, 'after'],
    ['members', 404, undefined],
    ['snapshots/00000000-0000-4000-8000-000000000000', 404, undefined],
  ] as const) {
    const answer = await request.get(`/api/v1/${address}`);
    expect([answer.status(), answer.headers()['content-type']], address).toEqual([status, 'application/problem+json']);
    const problem = await answer.json();
    expect(problem.parameter, address).toBe(parameter);
    expect([problem.status, problem.detail.length > 10, problem.detail_vi.length > 10]).toEqual([status, true, true]);
  }
});

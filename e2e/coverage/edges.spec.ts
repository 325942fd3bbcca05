import type { APIRequestContext } from '@playwright/test';
import type { Level, Place } from '../../scripts/crawl/figure';
import { wordsOf } from '../../scripts/crawl/reading';
import { lineStatements } from '../../scripts/crawl/records';
import type { FigureTold } from '../../scripts/crawl/statement';
import { sheetStatements, tableStatements } from '../../scripts/crawl/tables';
import { read } from '../../test/factories/write';
import { EDGE_DAYS, edgeTotal, makeCoverageEdges } from '../../test/stages/coverage/edges';
import { expect } from '../support/reader/expect';
import { openDatabase } from '../support/stage/stage';
import { test } from '../support/test';

const [vi, en] = [wordsOf('vi'), wordsOf('en')];
const LEVELS: readonly Level[] = ['sub_association', 'group'];

/** The commune without units of the demonstration, to which the twelve are given. */
async function givePlace(): Promise<Place> {
  const database = await openDatabase();
  try {
    const [place] = await read<Place & { heard: boolean }>(
      database,
      `SELECT u.id::text, u.slug, u.code, EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = u.id AND k.valid_to IS NULL) AS heard
       FROM app.coverage(app.today()) c JOIN unit u ON u.id = c.commune_id WHERE c.state = 'no_units' ORDER BY u.slug LIMIT 1`,
    );
    if (!place) throw new Error('the demonstration data has no commune without units');
    await makeCoverageEdges(database, place, { demo: true, heard: place.heard });
    return place;
  } finally {
    await database.end();
  }
}

async function textOf(http: APIRequestContext, address: string): Promise<string> {
  const answer = await http.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.text();
}

test('twelve units around the edges are told alike on two days: in both languages, in tables and sheets, to readers and at work', async ({
  page,
  readAs,
}) => {
  const place = await givePlace();
  const reader = page.request;
  const province = (await readAs('province')).request;
  const here = (told: FigureTold[]) =>
    told
      .filter(({ place: slug, count = 'covered' }) => slug === place.slug && count === 'covered')
      .map(({ place: slug, level, units, covered, state }) => ({ place: slug, level, units, covered, state }));
  for (const at of [0, 1] as const)
    for (const level of LEVELS) {
      const { units, covered } = edgeTotal(level, at);
      const said = { place: place.slug, level, units, covered, state: 'some' };
      const asked = `${level === 'group' ? 'level=group&' : ''}on=${EDGE_DAYS[at]}`;
      const table = async (http: APIRequestContext, address: string, words = vi) =>
        here(tableStatements(await textOf(http, `${address}?${asked}`), level, words, [place]));
      const sheet = async (http: APIRequestContext, address: string, words = vi) =>
        here(sheetStatements(await textOf(http, `${address}?${asked}`), level, words, [place]));
      expect(await table(reader, '/do-phu')).toEqual([said]);
      expect(await table(reader, '/en/coverage', en)).toEqual([said]);
      expect(await sheet(reader, '/ty-le-bao-phu.csv')).toEqual([said]);
      expect(await sheet(reader, '/en/coverage.csv', en)).toEqual([said]);
      expect(await table(province, '/admin/coverage')).toContainEqual(said);
      const matrix = await textOf(province, `/admin/coverage/${place.id}?on=${EDGE_DAYS[at]}`);
      expect(here(lineStatements(matrix, place.slug, vi))).toContainEqual(said);
    }
});

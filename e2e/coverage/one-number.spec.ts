import { expect, test } from '@playwright/test';
import { crawl } from '../../scripts/crawl/crawl';
import { levels, type Place } from '../../scripts/crawl/figure';
import type { Look } from '../../scripts/crawl/looks/look';
import { wordsOf } from '../../scripts/crawl/reading';
import { readTruth } from '../../scripts/crawl/truth';
import { createModel } from '../../test/factories/digital-models';
import { createPair } from '../../test/factories/pairs';
import { createMember } from '../../test/factories/people';
import { createGroup, createSubAssociation } from '../../test/factories/units';
import { type Made, read } from '../../test/factories/write';
import { EDGE_DAYS, edgeTotal, makeCoverageEdges } from '../../test/stages/coverage/edges';
import { openQuietPortal, type QuietPortal } from '../support/processes/quiet-portal';
import type { Visitor } from '../support/stage/stage';

/** Of indicators two: the others come of the same arithmetic, and `npm run crawl` looks at them. */
const CODES = ['coverage_group', 'pair_only_sub_association'];
/** So many pages, sheets and drawings there are at least; one that tells nothing is wrong. */
const LOOKS_LEAST = 120;
const words = { vi: wordsOf('vi'), en: wordsOf('en') };

type Four = Record<'zero' | 'edges' | 'silent' | 'empty', Place>;

/** Communes of a portal that has nothing else: nothing covered, the twelve units around the edges, silent though covered, without units. */
async function makeFour({ database, places }: QuietPortal): Promise<Four> {
  const [zero, edges, silent, empty] = await read<Place>(
    database,
    `SELECT id::text, slug, code FROM unit WHERE level = 'commune' ORDER BY id = '${places.commune.id}' DESC, slug LIMIT 4`,
  );
  if (!zero || !edges || !silent || !empty) throw new Error('the ground has too few communes');
  await makeCoverageEdges(database, edges);
  const subAssociation = await createSubAssociation(database, silent);
  for (const unit of [subAssociation, await createGroup(database, subAssociation)]) {
    const women = [await createMember(database, unit), await createMember(database, unit)] as const;
    await createPair(database, unit, ...women, { tiedTo: await createModel(database, unit) });
  }
  return { zero, edges, silent, empty };
}

const cookieOf = ({ cookie: { name, value } }: Visitor) => `${name}=${value}`;

async function lookersOf(quiet: QuietPortal, { edges }: Four) {
  const [province = edges] = await read<Made>(quiet.database, `SELECT id FROM unit WHERE level = 'province'`);
  const official = await quiet.come('commune_official', edges);
  const ofAll = await quiet.come('province_official', province);
  return [
    { name: 'reader', cookie: '', communes: 'public' },
    { name: 'official', cookie: cookieOf(official), communes: [edges.slug] },
    { name: 'province', cookie: cookieOf(ofAll), communes: 'all' },
  ] as const;
}

test('twelve units around the edges, and a commune in each other state, are told alike on two days wherever they are told: pages of both languages, tables, sheets, workbooks, drawings, records', async () => {
  const quiet = await openQuietPortal('portal_one_number');
  try {
    const four = await makeFour(quiet);
    const truth = await readTruth(quiet.url, EDGE_DAYS);
    for (const level of levels)
      for (const at of [0, 1] as const) {
        const { units, covered } = edgeTotal(level, at);
        const told = ({ slug }: Place) => truth.of(slug, level, EDGE_DAYS[at]);
        expect(told(four.edges)).toMatchObject({ units, covered, state: 'some' });
        const states = [four.zero, four.silent, four.empty].map((place) => told(place).state);
        expect(states).toEqual(['zero', 'not_reported', 'no_units']);
      }
    // today is looked at where no other day can be asked for
    const [today = ''] = truth.days;
    const isMeant = ({ address }: Look) =>
      ![`on=${today}`, `day=${today}`, `month=${today.slice(0, 7)}`, `/${today}`].some((each) =>
        address.includes(each),
      );
    const known = { truth: { ...truth, places: Object.values(four) }, words, codes: CODES };
    const found = await crawl(quiet.origin, await lookersOf(quiet, four), known, { isMeant });
    expect(found.wrong).toEqual([]);
    expect(found.looks).toBeGreaterThan(LOOKS_LEAST);
  } finally {
    await quiet.close();
  }
});

// Half a million members: a unit's page, a search for a member and the lists of 1+1 pairs, over the wire, for a
// commune's official and for the province. Floor: 300 ms for 95 of 100 requests.
import { query } from '../scripts/database/database.mjs';
import { cookieOf, measure, withPortal } from './measure.mjs';

const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 500_000);
const FLOOR_MS = 300;
const NAMES = ['lan', 'nguyen thi hoa', 'tran thi kim', 'hồng', 'đỗ thị', 'le thi ngoc anh', 'phuong', 'vu thi'];

/**
 * The first unit of a level, in a commune where one is named.
 * @param {string} databaseUrl
 * @param {string} level
 * @param {string | null} within
 * @returns {Promise<string>}
 */
async function unitOf(databaseUrl, level, within) {
  const [row] = await query(
    databaseUrl,
    `SELECT s.unit_id AS id FROM unit_span s LEFT JOIN unit c ON c.id = s.commune_id
     WHERE s.is_last AND s.level = $1::unit_level AND ($2::text IS NULL OR c.slug = $2) ORDER BY s.path LIMIT 1`,
    [level, within],
  );
  return row.id;
}

/**
 * A member of a commune who instructs somebody today.
 * @param {string} databaseUrl
 * @param {string} commune
 * @returns {Promise<string>}
 */
async function instructorOf(databaseUrl, commune) {
  const [row] = await query(
    databaseUrl,
    `SELECT p.instructor_id AS id FROM pair p JOIN membership m ON m.person_id = p.instructor_id AND m.valid_to IS NULL
     JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last AND s.commune_id = $1
     WHERE p.valid_to IS NULL ORDER BY p.instructor_id LIMIT 1`,
    [commune],
  );
  return row.id;
}

/** @param {number} round */
const named = (round) => encodeURIComponent(NAMES[round % NAMES.length] ?? '');

/**
 * @typedef {{ province: string, commune: string, subAssociation: string }} Units
 * @typedef {[title: string, path: (round: number) => string]} Page
 */

/**
 * What an official of the commune opens.
 * @param {Units} unit
 * @param {string} member
 * @returns {Page[]}
 */
function pagesOfTheCommune(unit, member) {
  const family = new URLSearchParams({ kind: 'digital_family', unit: unit.subAssociation });
  return [
    ['the page of a commune', () => `/admin/units/${unit.commune}`],
    ['the page of a sub-association', () => `/admin/units/${unit.subAssociation}`],
    ['members of a commune', () => `/admin/people?unit=${unit.commune}`],
    ['a search in a commune', (round) => `/admin/people?unit=${unit.commune}&q=${named(round)}`],
    ['the record of a member', () => `/admin/people/${member}`],
    ['the sheet of her consents', () => `/admin/people/${member}/consents/sheet`],
    ['founding a family with its households', () => `/admin/digital-models/new?${family}`],
    ['the overview of a commune', () => '/admin'],
    ['pairs of a commune', () => '/admin/pairs'],
    ['quiet pairs of a commune', () => '/admin/pairs/quiet'],
    ['chains of a commune', () => `/admin/pairs/chains?unit=${unit.commune}`],
  ];
}

/**
 * What an official of the province opens.
 * @param {Units} unit
 * @returns {Page[]}
 */
function pagesOfTheProvince(unit) {
  const units = new URLSearchParams({ scope: 'for=people.see&level=sub_association,group' });
  return [
    ['the page of the province', () => `/admin/units/${unit.province}`],
    ['members of the province', () => `/admin/people?unit=${unit.province}`],
    ['a search in the province', (round) => `/admin/people?unit=${unit.province}&q=${named(round)}`],
    ['units found by a few letters', (round) => `/api/units?${units}&q=${'to 12345'.slice(0, 3 + (round % 4))}`],
    ['the overview of the province', () => '/admin'],
    ['pairs of the province', () => '/admin/pairs'],
    ['quiet pairs of the province', () => '/admin/pairs/quiet'],
    ['chains of a commune, for the province', () => `/admin/pairs/chains?unit=${unit.commune}`],
  ];
}

const held = await withPortal('records', MEMBERS, async (base, databaseUrl) => {
  const unit = {
    province: await unitOf(databaseUrl, 'province', null),
    commune: await unitOf(databaseUrl, 'commune', 'long-hung'),
    subAssociation: await unitOf(databaseUrl, 'sub_association', 'long-hung'),
  };
  const member = await instructorOf(databaseUrl, unit.commune);
  process.stdout.write(`${MEMBERS} members, one request at a time\n`);
  const cookies = {
    province: await cookieOf(databaseUrl, 'province@demo.invalid'),
    official: await cookieOf(databaseUrl, 'longhung@demo.invalid'),
  };
  let all = true;
  for (const [cookie, pages] of /** @type {[string, Page[]][]} */ ([
    [cookies.official, pagesOfTheCommune(unit, member)],
    [cookies.province, pagesOfTheProvince(unit)],
  ]))
    for (const [title, path] of pages)
      all = (await measure(title, (round) => base + path(round), { cookie, floor: FLOOR_MS })) && all;
  return all;
});
process.exit(held ? 0 : 1);

// Half a million members: a unit's page, a search for a member and the lists of 1+1 pairs, over the wire, for a
// commune's official and for the province. Floor: 300 ms for 95 of 100 requests.
import { query } from '../scripts/database/database.mjs';
import { cookieOf, measure, withPortal } from './measure.mjs';

const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 500_000);
const FLOOR_MS = 300;
const NAMES = ['lan', 'nguyen thi hoa', 'tran thi kim', 'hồng', 'đỗ thị', 'le thi ngoc anh', 'phuong', 'vu thi'];

async function unitOf(databaseUrl, level, within) {
  const [row] = await query(
    databaseUrl,
    `SELECT s.unit_id AS id FROM unit_span s LEFT JOIN unit c ON c.id = s.commune_id
     WHERE s.is_last AND s.level = $1::unit_level AND ($2::text IS NULL OR c.slug = $2) ORDER BY s.path LIMIT 1`,
    [level, within],
  );
  return row.id;
}

const held = await withPortal('records', MEMBERS, async (base, databaseUrl) => {
  const [province, official] = [
    await cookieOf(databaseUrl, 'province@demo.invalid'),
    await cookieOf(databaseUrl, 'longhung@demo.invalid'),
  ];
  const unit = {
    province: await unitOf(databaseUrl, 'province', null),
    commune: await unitOf(databaseUrl, 'commune', 'long-hung'),
    subAssociation: await unitOf(databaseUrl, 'sub_association', 'long-hung'),
  };
  const [{ id: member }] = await query(
    databaseUrl,
    `SELECT p.instructor_id AS id FROM pair p JOIN membership m ON m.person_id = p.instructor_id AND m.valid_to IS NULL
     JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last AND s.commune_id = $1
     WHERE p.valid_to IS NULL ORDER BY p.instructor_id LIMIT 1`,
    [unit.commune],
  );
  const family = new URLSearchParams({ kind: 'digital_family', unit: unit.subAssociation });
  const units = new URLSearchParams({ scope: 'for=people.see&level=sub_association,group' });
  const named = (round) => encodeURIComponent(NAMES[round % NAMES.length]);
  process.stdout.write(`${MEMBERS} members, one request at a time\n`);
  const measurements = [
    ['the page of the province', () => `${base}/admin/units/${unit.province}`, province],
    ['the page of a commune', () => `${base}/admin/units/${unit.commune}`, official],
    ['the page of a sub-association', () => `${base}/admin/units/${unit.subAssociation}`, official],
    ['members of a commune', () => `${base}/admin/people?unit=${unit.commune}`, official],
    ['a search in a commune', (round) => `${base}/admin/people?unit=${unit.commune}&q=${named(round)}`, official],
    ['members of the province', () => `${base}/admin/people?unit=${unit.province}`, province],
    ['a search in the province', (round) => `${base}/admin/people?unit=${unit.province}&q=${named(round)}`, province],
    ['the record of a member', () => `${base}/admin/people/${member}`, official],
    ['the sheet of her consents', () => `${base}/admin/people/${member}/consents/sheet`, official],
    ['founding a family with its households', () => `${base}/admin/digital-models/new?${family}`, official],
    [
      'units found by a few letters',
      (round) => `${base}/api/units?${units}&q=${'to 12345'.slice(0, 3 + (round % 4))}`,
      province,
    ],
    ['the overview of a commune', () => `${base}/admin`, official],
    ['the overview of the province', () => `${base}/admin`, province],
    ['pairs of a commune', () => `${base}/admin/pairs`, official],
    ['pairs of the province', () => `${base}/admin/pairs`, province],
    ['quiet pairs of a commune', () => `${base}/admin/pairs/quiet`, official],
    ['quiet pairs of the province', () => `${base}/admin/pairs/quiet`, province],
    ['chains of a commune', () => `${base}/admin/pairs/chains?unit=${unit.commune}`, official],
    ['chains of a commune, for the province', () => `${base}/admin/pairs/chains?unit=${unit.commune}`, province],
  ];
  let all = true;
  for (const [title, addressOf, cookie] of measurements)
    all = (await measure(title, addressOf, { cookie, floor: FLOOR_MS })) && all;
  return all;
});
process.exit(held ? 0 : 1);

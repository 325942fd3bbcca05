import { query } from '../../scripts/database/database.mjs';
import { requestOf } from '../load/requests.mjs';

/** @import { Kind } from '../load/job.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

const NAMES = ['lan', 'nguyen thi hoa', 'tran thi kim', 'hồng', 'đỗ thị', 'le thi ngoc anh', 'phuong', 'vu thi'];
/** Figures by commune have more to draw than other pages, and goals of their own. */
const COVERAGE = 'coverage';

/**
 * What somebody opens: one path, or several of a kind in turn.
 * @typedef {{ title: string, paths: string[] }} Page
 * @typedef {{ role: string, email: string, pages: Page[] }} Role
 */

/** @param {Page} page */
export const isCoverage = ({ title }) => title.startsWith(COVERAGE);

/**
 * Records that pages are opened of, in the commune of Long Hưng.
 * @param {string} databaseUrl
 * @returns {Promise<Record<'province' | 'commune' | 'sub' | 'instructor' | 'pair' | 'model' | 'session' | 'article' | 'month', string>>}
 */
async function recordsOf(databaseUrl) {
  const [row] = await query(
    databaseUrl,
    `WITH c AS (SELECT id FROM unit WHERE level = 'commune' AND slug = 'long-hung'),
       place AS (SELECT s.unit_id, s.level, s.path FROM unit_span s JOIN c ON s.commune_id = c.id WHERE s.is_last),
       p AS (SELECT p.id, p.instructor_id FROM pair p JOIN membership m ON m.person_id = p.instructor_id AND m.valid_to IS NULL
         JOIN place ON place.unit_id = m.unit_id WHERE p.valid_to IS NULL ORDER BY p.id LIMIT 1)
     SELECT (SELECT id FROM unit WHERE level = 'province') AS province, c.id AS commune,
       (SELECT unit_id FROM place WHERE level = 'sub_association' ORDER BY path LIMIT 1) AS sub,
       p.instructor_id AS instructor, p.id AS pair,
       (SELECT h.model_id FROM model_host h JOIN place ON place.unit_id = h.unit_id WHERE h.valid_to IS NULL ORDER BY 1 LIMIT 1) AS model,
       (SELECT s.id FROM session s JOIN place ON place.unit_id = s.unit_id ORDER BY s.starts_at DESC LIMIT 1) AS session,
       (SELECT id FROM article WHERE kind = 'news' ORDER BY id LIMIT 1) AS article,
       (SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= current_date ORDER BY ends_on DESC LIMIT 1) AS month
     FROM c, p`,
  );
  return row;
}

/** @param {[title: string, ...paths: string[]][]} pages */
const listed = (pages) => pages.map(([title, ...paths]) => ({ title, paths }));

/** @param {string} unit */
const searches = (unit) => NAMES.map((name) => `/admin/people?unit=${unit}&q=${encodeURIComponent(name)}`);

/**
 * Those that officials of a commune and of the province open most, each in her own units.
 * @param {Awaited<ReturnType<typeof recordsOf>>} record
 * @param {string} unit
 */
const pagesOfAnOfficial = (record, unit) =>
  listed([
    ['the overview', '/admin'],
    ['units', '/admin/units'],
    ['the page of her unit', `/admin/units/${unit}`],
    ['the page of a sub-association', `/admin/units/${record.sub}`],
    ['members', `/admin/people?unit=${unit}`],
    ['a search for a member', ...searches(unit)],
    ['the record of a member', `/admin/people/${record.instructor}`],
    ['digital models', '/admin/digital-models'],
    ['a digital model', `/admin/digital-models/${record.model}`],
    ['pairs', '/admin/pairs'],
    ['quiet pairs', '/admin/pairs/quiet'],
    ['chains of a commune', `/admin/pairs/chains?unit=${record.commune}`],
    ['trainings', '/admin/trainings'],
    ['a session', `/admin/trainings/${record.session}`],
    [`${COVERAGE} of a commune`, `/admin/coverage/${record.commune}`],
    [`${COVERAGE}: where to train next`, '/admin/coverage/next-trainings'],
    ['indicators', '/admin/indicators'],
    ['an indicator', '/admin/indicators/women_guided'],
    ['people trained', '/admin/indicators/people_trained'],
    ['targets', '/admin/targets'],
    ['what is on paper only', '/admin/digital-models/hints'],
    ['lessons among themselves', '/admin/peer-lessons'],
    ['reports', '/admin/reports'],
    ['the report of a month', `/admin/reports/${unit}/${record.month}`],
  ]);

/**
 * Whoever is no official of units, and what she opens.
 * @param {string} article
 * @returns {Role[]}
 */
const otherRoles = (article) => [
  {
    role: 'head',
    email: 'khupho5@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['members', '/admin/people'],
      ['pairs', '/admin/pairs'],
      ['trainings', '/admin/trainings'],
    ]),
  },
  {
    role: 'trainer',
    email: 'trainer@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['her week', '/admin/trainings?view=week&own=yes'],
      ['trainings', '/admin/trainings'],
    ]),
  },
  {
    role: 'editor',
    email: 'editor@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['articles', '/admin/articles'],
      ['an article', `/admin/articles/${article}`],
      ['editing it', `/admin/articles/${article}/edit`],
    ]),
  },
  {
    role: 'reader of figures',
    email: 'viewer@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['digital models', '/admin/digital-models'],
      [COVERAGE, '/admin/coverage'],
    ]),
  },
  {
    role: 'administrator',
    email: 'admin@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['accounts', '/admin/accounts'],
      ['the trail', '/admin/audit'],
      ['jobs', '/admin/jobs'],
    ]),
  },
];

/**
 * Every role with the pages that it opens most; a page of a record that a small demonstration lacks is left out.
 * @param {string} databaseUrl
 * @returns {Promise<Role[]>}
 */
export async function rolesOf(databaseUrl) {
  const record = await recordsOf(databaseUrl);
  const founding = new URLSearchParams({ kind: 'digital_family', unit: record.sub });
  const commune = [
    ...pagesOfAnOfficial(record, record.commune),
    ...listed([['founding a family with its households', `/admin/digital-models/new?${founding}`]]),
  ];
  const province = [
    ...pagesOfAnOfficial(record, record.province),
    ...listed([
      ['half a page', '/admin/reports/summary'],
      [COVERAGE, '/admin/coverage'],
      [`${COVERAGE}: two days`, '/admin/coverage?with=2026-09-01'],
      [`${COVERAGE}: the projector`, '/admin/coverage/projector'],
      [`${COVERAGE}: the meeting`, '/admin/coverage/meeting'],
      ['checks by chance', '/admin/spot-checks'],
      ['drawing checks by chance', '/admin/spot-checks/new'],
      ['boundaries', '/admin/boundaries'],
    ]),
  ];
  const roles = [
    { role: 'commune', email: 'longhung@demo.invalid', pages: commune },
    { role: 'province', email: 'province@demo.invalid', pages: province },
    ...otherRoles(record.article),
  ];
  const isThere = (/** @type {Page} */ { paths }) => !paths.some((path) => /\/(undefined|null)/.test(path));
  return roles.map((role) => ({ ...role, pages: role.pages.filter(isThere) }));
}

/**
 * @param {Ground} portal
 * @param {Page} page
 * @param {string} [cookie] of whoever is signed in
 * @returns {Kind}
 */
export const kindOf = ({ host, port }, { title, paths }, cookie) => ({
  name: title,
  requests: paths.map((path) =>
    requestOf({ path, host: `${host}:${port}`, ...(cookie && { fields: { Cookie: cookie } }) }),
  ),
});

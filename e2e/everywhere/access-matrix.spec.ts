import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { type Permission, permissions, type Role, roles } from '../../domain/access/permissions';
import { read, unique } from '../../test/factories/write';
import { positions } from '../support/stage/positions';
import { cityPages, ownPage, recordPages, reportPage } from '../support/stage/record-pages';
import { lastMonth } from '../support/stage/reports';
import {
  choosePlaces,
  makeRecords,
  openDatabase,
  type Places,
  type Records,
  type Visitor,
  visit,
} from '../support/stage/stage';

/** Lists, searches, choices and downloads: open to whoever may do this anywhere, with what lies within her reach. */
const lists: [address: (mark: string, places: Places) => string, needs: Permission, shows: boolean][] = [
  [(mark) => `/admin/digital-models?q=${mark}`, 'digital-models.see', true],
  [(mark) => `/admin/pairs?q=${mark}`, 'pairs.see', true],
  [(mark) => `/admin/people?q=${mark}`, 'people.see', true],
  [(mark) => `/admin/people/export?format=csv&q=${mark}`, 'exports.persons', true],
  [(mark) => `/admin/pairs/export?format=csv&q=${mark}`, 'pairs.see', true],
  [(mark) => `/admin/digital-models/export?format=csv&q=${mark}`, 'digital-models.see', true],
  [(mark) => `/admin/articles?q=${mark}`, 'articles.see', true],
  [(mark) => `/admin/accounts?q=${mark}`, 'accounts.see', true],
  [() => '/admin/trainings', 'trainings.see', false],
  [() => '/admin/trainings/topic-waits', 'enrolments.see-waits', false],
  [() => '/admin/messages', 'messages.tell', false],
  [() => '/admin/trainings?view=month', 'trainings.see', false],
  [() => '/admin/trainings/calendars', 'trainings.see', false],
  [() => '/admin/peer-lessons', 'peer-lessons.see', false],
  [() => '/admin/peer-lessons/phone', 'peer-lessons.record', false],
  [() => '/admin/attendance', 'attendance.take', false],
  [() => '/admin/trainings/reach', 'outcomes.see-taught', false],
  [() => '/admin/certificates', 'certificates.see', false],
  [() => '/admin/certificates/qualifications', 'certificates.qualify', false],
  [() => '/admin/courses', 'trainings.see', false],
  [() => '/admin/venues', 'trainings.keep-venues', false],
  [() => '/admin/trainings/calls', 'trainings.propose', false],
  [() => '/admin/trainings/calls/new', 'trainings.call', false],
  [() => '/admin/trainings/series/new', 'trainings.decide', false],
  [() => '/admin/units', 'units.see', false],
  [() => '/admin/people/duplicates', 'people.record', false],
  [() => '/admin/people/requests', 'merging.ask', false],
  [() => '/admin/pairs/quiet', 'pairs.see', false],
  [() => '/admin/pairs/chains', 'pairs.see', false],
  [() => '/admin/digital-models/hints', 'digital-models.see-hints', false],
  [() => '/admin/imports', 'imports.members', false],
  [() => '/admin/coverage', 'coverage.see', false],
  [() => '/admin/coverage/meeting', 'coverage.see', false],
  [() => '/admin/indicators/members', 'people.see', false],
  [() => '/admin/targets', 'coverage.see', false],
  [() => '/admin/reports', 'reports.see', false],
  [() => '/admin/spot-checks', 'spot-checks.see', false],
  [() => '/admin/audit', 'audit.see', false],
  [() => '/admin/jobs', 'jobs.see', false],
  [() => '/admin/condition', 'condition.see', false],
  [() => '/admin/second-pairs', 'second-pairs.see', false],
];

/** Roles that are held at a sub-association, so that others stand above and beside; how far any role reaches from where is tried
 * cell by cell in domain/access/matrix-database.test.ts. */
const OF_A_SUB_ASSOCIATION: readonly Role[] = ['sub_association_head', 'viewer'];

/** Who had a role has none, whichever it was: of those who may open a page each takes her turn. Cell by cell the domain tries it. */
const takesTurn = (role: Role, needs: Permission, at: number): boolean => {
  const named = permissions[needs] as readonly Role[];
  return named[at % named.length] === role;
};

let database: pg.Client;
let places: Places;
let records: Records;
let mark: string;

test.beforeAll(async () => {
  database = await openDatabase();
  places = await choosePlaces(database);
  // one worker may come back to this file: each time with records of their own
  mark = `Zk${unique()}`;
  records = await makeRecords(database, places, mark);
});
test.afterAll(() => database.end());

for (const role of roles) {
  test(`${role}: every page and list opens by the table of permissions, in reach, and shows nothing beside`, async () => {
    test.setTimeout(300_000);
    for (const [position, { at, reaches, ended }] of Object.entries(positions)) {
      if (!['commune', 'next'].includes(at) && !OF_A_SUB_ASSOCIATION.includes(role)) continue;
      const { http } = await visit(database, role, places[at], { ended });
      const named = (needs: Permission) => (permissions[needs] as readonly Role[]).includes(role);
      const below = at === 'commune' && !ended;
      for (const [turn, [addressOf, needs]] of recordPages.entries()) {
        if (!named(needs) && !below) continue; // not hers there, so nowhere
        if (ended && !takesTurn(role, needs, turn)) continue;
        const address = addressOf(records, places);
        const response = await http.get(address);
        expect(response.status(), `${position}: ${address}`).toBe(named(needs) && reaches ? 200 : 404);
        if (!reaches) expect(await response.text(), `${position}: ${address}`).not.toContain(mark);
      }
      for (const [turn, [addressOf, needs, shows]] of lists.entries()) {
        if (!named(needs) && !below) continue;
        if (ended && !takesTurn(role, needs, turn)) continue;
        if (!shows && !below && !ended) continue; // the same from everywhere
        const address = addressOf(mark, places);
        const response = await http.get(address);
        expect(response.status(), `${position}: ${address}`).toBe(named(needs) && !ended ? 200 : 404);
        const text = (await response.text()).replaceAll(`q=${mark}`, '').replaceAll(`value="${mark}"`, '');
        if (shows) expect(text.includes(` ${mark}`), `${position}: ${address}`).toBe(named(needs) && reaches);
      }
      await http.dispose();
    }
  });
}

test('pages of reports for the whole city open for the city alone, a report for its commune, and her own account for every role', async () => {
  test.setTimeout(300_000);
  const period = await lastMonth(database);
  const [province = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  for (const role of roles) {
    const may = (needs: Permission) => (permissions[needs] as readonly Role[]).includes(role);
    for (const [where, unit] of Object.entries({ province, commune: places.commune, next: places.next })) {
      if (where !== 'province' && !may('reports.see')) continue; // not hers for the city, so nowhere
      const { http } = await visit(database, role, unit);
      const status = async (address: string) => (await http.get(address)).status();
      for (const [addressOf, needs] of cityPages) {
        const opens = where === 'province' && may(needs);
        expect(await status(addressOf(period)), `${role}, ${where}: ${addressOf(period)}`).toBe(opens ? 200 : 404);
      }
      const sees = where !== 'next' && may('reports.see');
      expect(await status(reportPage(places, period)), `${role}, ${where}: a report`).toBe(sees ? 200 : 404);
      expect(await status(ownPage), `${role}, ${where}: her own account`).toBe(200);
      await http.dispose();
    }
  }
});

/** The text of a page as a reader without scripts sees it, but for the minute at which it was made. */
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/Cập nhật \d\d:\d\d/, '');

test('what is recorded elsewhere changes nothing on her pages, not even a count', async () => {
  test.setTimeout(300_000);
  const another = `Zk${unique()}`;
  // sheets carry the instant at which they were made, and are few in an hour: what they show is tried above
  const looked = lists.filter(([addressOf]) => !addressOf('', places).includes('/export'));
  const addresses = ['/admin', ...looked.map(([addressOf]) => addressOf('', places))];
  const moved = ['/admin', '/admin/digital-models?q=', '/admin/pairs?q=', '/admin/people?q='];
  const pagesOf = async ({ http }: Visitor, asked = addresses) => {
    const pages: Record<string, string> = {};
    for (const address of asked) pages[address] = textOf(await (await http.get(address)).text());
    return pages;
  };
  const here = await visit(database, 'commune_official', places.commune);
  const elsewhere = [
    await visit(database, 'commune_official', places.next),
    await visit(database, 'sub_association_head', places.beside),
    await visit(database, 'sub_association_head', places.group),
    await visit(database, 'commune_official', places.commune, { ended: true }),
  ];
  const before = [await pagesOf(here, moved), ...(await Promise.all(elsewhere.map((who) => pagesOf(who))))];
  await makeRecords(database, places, another);
  const after = [await pagesOf(here, moved), ...(await Promise.all(elsewhere.map((who) => pagesOf(who))))];
  const differing = (who: number) => addresses.filter((address) => after[who]?.[address] !== before[who]?.[address]);
  // what stands above a head's unit is open to her members: it is on her lists of sessions, and nowhere else
  const sessions = new Set(['/admin/trainings', '/admin/trainings?view=month']);
  for (const who of [1, 2, 4]) expect(differing(who), `visitor ${who}`).toEqual([]);
  expect(differing(3).filter((address) => !sessions.has(address))).toEqual([]);
  for (const address of sessions) expect(after[3]?.[address]).not.toContain(another);
  expect(differing(0)).toEqual(moved);
});

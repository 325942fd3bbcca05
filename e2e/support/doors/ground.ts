import { request } from '@playwright/test';
import { createVenue } from '../../../test/factories/trainings';
import { FIRST_DAY, type Made, read, unique } from '../../../test/factories/write';
import { openQuietPortal, type QuietPortal } from '../processes/quiet-portal';
import { lastMonth } from '../stage/reports';
import { openSession } from '../stage/session';
import type { Visitor } from '../stage/stage';
import { isPage, placeOf } from '../vectors/page-files';
import { believeAll, type Hidden, makeHidden, makeRing } from './hidden';

/** What addresses are made of: the records that are hidden, and what stands around them. */
export type Known = {
  records: Hidden;
  unit: string;
  period: string;
  mark: string;
  slug: string;
  ids: Record<string, string>;
};

/** Those who are believed to be officials of the whole city: of the next commune, a reader of this one, somebody whose role has ended. */
export type Believed = 'neighbour' | 'viewer' | 'nobody';

/**
 * The portal as it is built for everybody, on a database in which its own checks answer yes to three accounts, whatever they ask: it holds
 * them for officials of the whole city. The doors of the database know better.
 */
export type Doors = {
  quiet: QuietPortal;
  known: Known;
  /** who truly answers for these women */
  official: Visitor;
  believed: Record<Believed, Visitor>;
  /** Hides records anew, where what was sent has changed those of before. */
  renew(): Promise<void>;
  /** Signs one of the three in once more, where what was sent has ended her session. */
  comeAgain(who: Believed): Promise<void>;
};

export async function openDoors(name: string, surroundings: Record<string, string> = {}): Promise<Doors> {
  const ring = makeRing();
  const quiet = await openQuietPortal(name, { SEALING_KEYS: ring, ...surroundings });
  const { database, places, come } = quiet;
  const venue = await createVenue(database, places.commune);
  await database.query(`SELECT app.make_periods($1, app.today(), '{5,10,15,30}')`, [FIRST_DAY]);
  const around = { period: await lastMonth(database), venueId: venue.id };
  const official = await come('commune_official', places.commune);
  const believed = {
    neighbour: await come('commune_official', places.next),
    viewer: await come('viewer', places.commune),
    nobody: await come('commune_official', places.commune, { ended: true }),
  };
  const accounts = Object.values(believed).map(({ accountId }) => accountId);
  await believeAll(database, accounts);
  const doors: Doors = {
    quiet,
    official,
    believed,
    known: await makeKnown(quiet, around, ring),
    renew: async () => {
      doors.known = await makeKnown(quiet, around, ring);
    },
    comeAgain: async (who) => {
      believed[who] = await signedInAgain(quiet, believed[who]);
    },
  };
  // a session that began before a role was given gets another token
  for (const who of ['neighbour', 'viewer', 'nobody'] as const) await doors.comeAgain(who);
  return doors;
}

async function makeKnown(
  { database, places }: QuietPortal,
  { period, venueId }: { period: string; venueId: string },
  ring: string,
): Promise<Known> {
  const mark = `Zk${unique()}`;
  const records = await makeHidden(database, places, mark, ring);
  const unit = places.subAssociation.id;
  const one = async (table: string) =>
    (await read<Made>(database, `SELECT id FROM ${table} ORDER BY id LIMIT 1`))[0]?.id ?? '';
  const [session] = await read<{ slug: string }>(database, `SELECT slug FROM session WHERE id = '${records.session}'`);
  const ids = {
    ...Object.fromEntries(Object.entries(records).map(([name, id]) => [`${name}Id`, id])),
    unitId: unit,
    communeId: places.commune.id,
    nextId: places.next.id,
    periodId: period,
    courseId: await one('course'),
    venueId,
    kind: 'digital_family',
    code: 'members',
    shape: 'wide',
  };
  return { records, unit, period, mark, slug: session?.slug ?? '', ids };
}

async function signedInAgain({ database, origin }: QuietPortal, visitor: Visitor): Promise<Visitor> {
  const cookie = await openSession(database, visitor.accountId);
  const extraHTTPHeaders = { cookie: `${cookie.name}=${cookie.value}` };
  const http = await request.newContext({ baseURL: origin, extraHTTPHeaders, maxRedirects: 0 });
  await visitor.http.dispose();
  return { ...visitor, cookie, http };
}

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
  '/admin/reports/[unitId]/[periodId]/file': () => '?format=pdf',
};

/** Pages that are of one record of several of their kind. */
const SPECIAL: [place: RegExp, part: string, id: (known: Known) => string][] = [
  [/\/outcomes|\/attendance/, 'sessionId', ({ records }) => records.held],
  [/\/parts$/, 'articleId', ({ records }) => records.guide],
  [/\/subject-person$/, 'articleId', ({ records }) => records.story],
  [/\/change\//, 'kind', () => 'rename'],
  [/\/reports\/\[unitId]/, 'unitId', ({ ids }) => ids.communeId ?? ''],
];

/** Other addresses of the same file, where a second step or another list stands. */
const MORE: Record<string, (known: Known) => string[]> = {
  '/admin/people/[personId]/networks': ({ records }) => [`/admin/people/${records.learner}/networks`],
  '/admin/people/[personId]/offices': ({ records }) => [`/admin/people/${records.learner}/offices`],
  '/admin/people/[personId]/own-data': ({ records }) => [`/admin/people/${records.twin}/own-data`],
  '/admin/people/duplicates': ({ ids }) => [`/admin/people/duplicates?unit=${ids.communeId}`],
  '/admin/people/requests/new': ({ records }) => [`/admin/people/requests/new?person=${records.learner}`],
  '/admin/reports': ({ period }) => [`/admin/reports?period=${period}&state=submitted`],
  '/admin/reports/[unitId]/[periodId]': ({ ids, period }) => [
    `/admin/reports/${ids.nextId}/${period}`,
    `/admin/reports/${ids.communeId}/${period}?ask=1`,
  ],
  '/admin/trainings/[sessionId]/enrol': ({ records, unit }) => [
    `/admin/trainings/${records.session}/enrol?unit=${unit}`,
  ],
  '/admin/trainings/[sessionId]/messages': ({ records }) =>
    ['told', 'mail'].map((list) => `/admin/trainings/${records.session}/messages?list=${list}`),
};

/** The address of a file, and the others of the same file; none where a part of it is not known. */
export function addressesOf(file: string, known: Known): string[] {
  const address = addressOf(file, known);
  return address === null ? [] : [address, ...(MORE[placeOf(file)]?.(known) ?? [])];
}

/** The address of a file of the signed-in area, with the records that are hidden in it; null where a part of it is not known. */
export function addressOf(file: string, known: Known): string | null {
  const place = placeOf(file);
  let missing = false;
  const filled = place.replace(/\[(\w+)]/g, (_, name: string) => {
    const id = SPECIAL.find(([pattern, part]) => part === name && pattern.test(place))?.[2](known) ?? known.ids[name];
    if (!id) missing = true;
    return id ?? '';
  });
  return missing ? null : `${filled}${ASKED[place]?.(known) ?? (isPage(file) ? '' : '?format=csv')}`;
}

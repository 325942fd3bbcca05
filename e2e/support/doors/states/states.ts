import { parseHTML } from 'linkedom';
import type pg from 'pg';
import { type Made, newId, read, write } from '../../../../test/factories/write';
import { SILENT_PROVIDER } from '../../processes/target';
import { openSession } from '../../stage/session';
import type { Visitor } from '../../stage/stage';
import type { Doors } from '../ground';
import { sendNamed } from '../secrets';
import type { Found } from '../sending';
import { coursePictures } from './course-pictures';
import { heldSession, seriesPreview } from './halls';
import { namedInPublic } from './named';
import { changedUnits, quietPair, sharedPractice, unitThatLacks } from './places';
import { accounts, died, instructors, models, sessions, spotChecks } from './records';
import { articles, pictures } from './texts';

const STEPS_MAX = 20;

/** Pages on which more forms stand once their records are in another state than those of the stage, and the records in it. */
export async function otherStates({
  quiet: { database, places },
  known: { records, mark, unit, ids },
  believed: { neighbour },
  official,
}: Doors): Promise<string[]> {
  const here = places.subAssociation;
  const by = { id: records.account };
  const woman = { id: records.person };
  const addresses = [
    await accounts(database, here, records, mark),
    await articles(database, here, by, woman),
    await models(database, here, records),
    await sessions(database, { here, course: { id: ids.courseId ?? '' }, by, woman, held: records.held }),
    await pictures(database, records.picture, woman, by),
    await spotChecks(database, here),
    await instructors(database, records),
    await died(database, here),
    await own(database, { id: neighbour.accountId }),
    await heldSession(database, { here, by, mark }),
    [seriesPreview(places.commune, ids.courseId ?? '', ids.venueId ?? '')],
    await sharedPractice(database, here, records, by),
    await coursePictures(database, { here, by, mark }),
    await changedUnits(database, neighbour, places.commune),
    await namedInPublic(database, here, by),
    await unitThatLacks(database, places.commune),
    await quietPair(database, places.next),
  ];
  // what somebody else asks for, and two decide
  await sendNamed(official, `/admin/people/${records.twin}/own-data`, 'erasePerson', { name: `Đỗ ${mark} Ẩn` });
  const [bare] = await read<Made>(
    database,
    `SELECT id FROM unit u WHERE level = 'commune' AND NOT EXISTS (SELECT FROM record_keeping r WHERE r.unit_id = u.id) LIMIT 1`,
  );
  return [
    `/admin/pairs/new?unit=${unit}&learner=${records.learner}&instructor=${records.person}`,
    '/admin/second-pairs',
    ...addresses.flat(),
    ...[ids.communeId, ids.nextId, bare?.id].map((id) => `/admin/units/${id}`),
    `/admin/venues/new?commune=${ids.communeId}`,
    `/admin/digital-models/new?kind=digital_family&unit=${unit}`,
    `/admin/trainings/calls/new?commune=${ids.communeId}`,
    `/admin/articles/new?kind=story&way=questions`,
    `/admin/articles/${records.alert}/parts`,
    `/admin/articles/${records.story}/subject-person?q=${mark}`,
    `/admin/people/${records.person}/consents`,
    `/admin/people/${records.person}/consents/pictures`,
  ];
}

/** Of whoever sends: a session elsewhere, and a tie to a provider. */
async function own(database: pg.Client, { id }: Made): Promise<string[]> {
  await openSession(database, id);
  const tie = { account_id: id, issuer: SILENT_PROVIDER.OIDC_ISSUER };
  await write(database, [['provider_tie', { id: newId(), ...tie, subject: newId() }]]);
  return ['/admin/accounts/own'];
}

/** Steps of a page that are links to the same page, asked otherwise: whose row it is, or what is to be done with it. More than are followed are noted. */
export async function stepsFrom({ http }: Visitor, address: string, { broken }: Found): Promise<string[]> {
  const answer = await http.get(address);
  if (!answer.ok()) return [];
  const here = new URL(answer.url());
  const links = Array.from(
    parseHTML(await answer.text()).document.querySelectorAll('main a[href]'),
    (link) => new URL(link.getAttribute('href') ?? '', here),
  );
  const asked = links.filter(
    ({ pathname, search }) => pathname === here.pathname && search !== '' && search !== here.search,
  );
  const steps = [...new Set(asked.map(({ pathname, search }) => pathname + search))];
  if (steps.length > STEPS_MAX) broken.push(`${address}: ${steps.length} steps, more than are followed`);
  return steps.slice(0, STEPS_MAX);
}

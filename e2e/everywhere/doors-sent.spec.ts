import { expect, test } from '@playwright/test';
import { hiddenIn, wordsOf } from '../support/doors/answers';
import { isClosed } from '../support/doors/closed';
import { addressesOf, type Doors, openDoors } from '../support/doors/ground';
import { HIDDEN } from '../support/doors/hidden';
import { NOT_OF_WOMEN, programs, programsOfBuild } from '../support/doors/programs';
import { publicAddresses } from '../support/doors/public';
import { doorsOf, reachingDoors } from '../support/doors/reached';
import { cardMadeBy, saidByCard, sendNamed } from '../support/doors/secrets';
import { DIGITS, type Found, nameOf, openedForms, sendAll } from '../support/doors/sending';
import { sentSheet } from '../support/doors/sheets';
import { APART, actionsOfOtherStates, excusedActions } from '../support/doors/unsent';
import { builtActions, formsOf } from '../support/page/forms';
import { isAskedAboutStill } from '../support/stage/stage';
import { fileOf, isPage, pageFiles } from '../support/vectors/page-files';

/** What is sent, and what programs and readers ask for, on a portal whose checks answer yes (`doors.spec.ts` asks for its pages). */
test.describe.configure({ mode: 'serial', timeout: 900_000 });

let doors: Doors;
test.beforeAll(async () => {
  doors = await openDoors('portal_doors_sent');
});
test.afterAll(() => doors?.quiet.close());

const files = pageFiles();
/** What changes units and accounts comes last: the others stand on them. */
const LAST = /\/(units|accounts|condition|jobs)\//;
const withForms = files
  .filter((file) => isPage(file) && /^app\/(\(hall\)\/)?admin\//.test(file))
  .sort((a, b) => Number(LAST.test(a)) - Number(LAST.test(b)));

const found: Found = { sent: new Set(), told: [], broken: [] };

test('who answers for these women is told numbers and the field by the forms that tell them', async () => {
  const { official, known } = doors;
  const told = async (page: string, name: string) => {
    const answer = await sendNamed(official, page, name);
    return answer ? hiddenIn(answer.words) : [`no form ${name} on ${page}`];
  };
  const { person, session } = known.records;
  expect(await told(`/admin/people/${person}`, 'seePhone')).toEqual([HIDDEN[0]]);
  expect(await told(`/admin/people/${person}/sensitive`, 'readFields')).toEqual([HIDDEN[4]]);
  expect(await told(`/admin/trainings/${session}/messages`, 'seeNumbers')).toHaveLength(1);
  expect(await told(`/admin/trainings/${session}/participants`, 'seeParticipantPhone')).toHaveLength(1);
});

test('a neighbour sends every form of every page, and where one leads to another that too, and none tells a number or a sealed field', async () => {
  const actions = builtActions();
  for (const file of withForms) {
    const { known, believed } = doors;
    const addresses = addressesOf(file, known);
    if (addresses.length === 0 && !isClosed(file)) found.broken.push(`${file}: of no address`);
    const forms = isClosed(file)
      ? await formsOf(believed.neighbour, addresses)
      : await openedForms(believed.neighbour, addresses, found);
    await sendAll(believed.neighbour, forms, { known, actions, file, found });
    if (forms.length > 0) await doors.renew();
    if ((await believed.neighbour.http.get('/admin')).status() !== 200) await doors.comeAgain('neighbour');
  }
  expect(found.told).toEqual([]);
  expect(found.broken).toEqual([]);
});

const STEPS = ['stepImport', 'confirmImport', 'stepImport', 'undoImport', 'stepImport'];

test('a sheet that an official sent goes on with a neighbour from any of its steps, and tells her no number', async () => {
  const { official, believed, known } = doors;
  const actions = builtActions();
  for (const hers of STEPS.keys()) {
    const page = await sentSheet(official, known);
    for (const [at, name] of STEPS.entries()) {
      const answer = await sendNamed(at < hers ? official : believed.neighbour, page, name);
      // what she spoiled by an earlier step has no later one
      if (!answer && at > hers) break;
      expect(answer, `${name} of a sheet that goes on with her from step ${hers}`).not.toBeNull();
      if (at < hers) expect(answer?.status, `${name} of her own sheet`).toBeLessThan(400);
      if (at < hers) continue;
      for (const built of actions) if (built.name === name) found.sent.add(nameOf(built));
      expect(hiddenIn(answer?.words ?? ''), `${name} of a sheet in her hands since ${hers}`).toEqual([]);
    }
  }
});

test('a card that a neighbour made and handed over opens neither number nor sealed field, nor does one of others without its digits; that of an official does', async () => {
  const { official, believed, known } = doors;
  const { person } = known.records;
  const hers = await cardMadeBy(doors, believed.neighbour, person);
  const opened = await saidByCard(doors, hers, DIGITS);
  // it is open, and names her
  expect(opened).toContain(known.mark);
  expect(hiddenIn(opened)).toEqual([]);
  const card = await cardMadeBy(doors, official, person);
  expect(hiddenIn(await saidByCard(doors, card, '581903'))).toEqual([]);
  expect(hiddenIn(await saidByCard(doors, card, DIGITS))).toEqual([HIDDEN[0], HIDDEN[4]]);
});

test('what is not sent has no code behind it that calls a door of the database, and a reason', async () => {
  const missing = builtActions().filter((each) => !found.sent.has(nameOf(each)));
  const calls = await doorsOf(doors.quiet.database);
  const reaching = reachingDoors(
    builtActions().map(({ file }) => file),
    calls,
  );
  expect([...reaching]).toEqual(
    expect.arrayContaining(['app/admin/people/actions.ts', 'app/admin/imports/actions.ts']),
  );
  const behind = missing.filter(({ file }) => reaching.has(file)).map(nameOf);
  expect(behind.filter((action) => !(action in APART))).toEqual([]);
  expect([...reachingDoors(Object.values(APART), calls)]).toEqual([]);
  const elsewhere = actionsOfOtherStates().filter(
    (action) => !isAskedAboutStill() || !action.endsWith(' takeFeedback'),
  );
  expect(missing.map(nameOf).sort()).toEqual([...excusedActions(), ...elsewhere].sort());
});

test('what programs are answered is asked by all three, and tells no number and no sealed field', async () => {
  const known = new Set(Object.keys(programs));
  const strangers = programsOfBuild().filter(
    (each) => !known.has(each) && !NOT_OF_WOMEN.some(([pattern]) => pattern.test(each)),
  );
  expect(strangers).toEqual([]);
  expect([...known].filter((each) => !programsOfBuild().includes(each))).toEqual([]);
  const told: string[] = [];
  const shut: string[] = [];
  for (const [who, { http }] of Object.entries(doors.believed))
    for (const [name, ask] of Object.entries(programs)) {
      const answer = await ask(http, doors.known);
      if (![200, 204, 303].includes(answer.status())) shut.push(`${who} ${name}: ${answer.status()}`);
      const to = answer.headers().location;
      const words = (await wordsOf(answer)) + (to ? await wordsOf(await http.get(to)) : '');
      told.push(...hiddenIn(words).map((what) => `${who} ${name}: ${what}`));
    }
  expect(told).toEqual([]);
  expect(shut).toEqual([]);
});

/** Public pages that need a secret or a thing that this ground has not, each with its reason. */
const SHUT: [file: RegExp, why: string][] = [
  [/\/by-(number|code)\//, 'leads on to a page that is read'],
  [
    /\/(calendar|new-password|preview)\/\[slug]/,
    'the way in is a secret that an account is told, and shows what its pages do',
  ],
  [/\/member-card\/\[slug]/, 'the code of a card, which leads on to what is read above'],
  [/\/second-step\/|\/missing\//, 'of whoever is signing in, or says that there is no such page'],
  [/\/(articles|guides|news|stories)\/(preview\/)?\[slug]/, 'a published piece, and none is on this ground'],
  [
    /\/(picture\.file|picture-card\.jpg|share-card\.png|figure-card\.png|sounds|materials)\//,
    'bytes of a picture, a sound or a file',
  ],
  [/\/coverage\.(png|svg)\//, 'a drawing of figures of units'],
  [/\/certificates\/\[slug]\//, 'a certificate by its code, and the one here has none that is real'],
  [/\/coverage\/boundaries\//, 'a map of boundaries, and the province has brought none here'],
];

test('every public page and file in both languages is read by a neighbour, and tells no number and no sealed field', async () => {
  const told: string[] = [];
  const opened = new Set<string>();
  for (const address of await publicAddresses(doors)) {
    const answer = await doors.believed.neighbour.http.get(address);
    if (answer.status() === 200) opened.add(fileOf(address, files) ?? '');
    told.push(...hiddenIn(await wordsOf(answer)).map((what) => `${address}: ${what}`));
  }
  expect(told).toEqual([]);
  const shut = files.filter((file) => file.startsWith('app/[locale]/') && !opened.has(file));
  expect(shut.filter((file) => !SHUT.some(([pattern]) => pattern.test(file)))).toEqual([]);
});

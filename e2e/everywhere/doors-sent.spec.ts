import { expect, test } from '@playwright/test';
import { hiddenIn, wordsOf } from '../support/doors/answers';
import { addressOf, type Doors, openDoors } from '../support/doors/ground';
import { HIDDEN } from '../support/doors/hidden';
import { NOT_OF_WOMEN, programs, programsOfBuild } from '../support/doors/programs';
import { publicAddresses } from '../support/doors/public';
import { actionOf, builtActions, formsOf, type SentForm } from '../support/page/forms';
import type { Visitor } from '../support/stage/stage';
import { fileOf, isPage, pageFiles } from '../support/vectors/page-files';

/** What is sent, and what programs and readers ask for, on a portal whose checks answer yes (`doors.spec.ts` asks for its pages). */
test.describe.configure({ mode: 'serial', timeout: 600_000 });

/** Forms that no page of this stage shows, by the file and name of their action, each with its reason. */
const UNSENT: [action: RegExp, why: string][] = [
  [
    /\/(articles|boundaries|courses|criteria|pictures|targets)\//,
    'of pieces, pictures and rules, which hold no number',
  ],
  [/\/(accounts|condition|jobs|second-pairs)\//, 'of accounts and of the machine'],
  [/\/(indicators|reminders|reports|spot-checks|units|venues)\//, 'of figures, units and halls'],
  [/\/(certificates|digital-models|pairs)\//, 'needs another state of a record whose page and other forms are sent'],
  [
    /\/(attendance|outcomes|series|calls|calendars)\/|(decideSession|acceptOffer|enrolMembers)$/,
    'needs another hour of a session',
  ],
  [
    /(confirmImport|stepImport|undoImport)$/,
    'a sheet whose bad row alone lies here; its steps are tried in the domain',
  ],
  [/(sendAgain|takeBackTold)$/, 'a letter that failed, or somebody who was told'],
  [/(endMemberCard|handOverMemberCard|undoMerge|erasePerson|sayNotInPicture)$/, 'the step after one that is sent here'],
  [
    /(endOffice|joinNetwork|leaveNetwork|sayNotSame|answerRequest|moveMember|withdrawRequest)$/,
    'of a thing that she has not',
  ],
];

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

/** Of the same form on one page so many: a row's is like the next row's. */
const OF_ONE_KIND = 2;

/** What it says, and what the page says that it leads to. */
async function said({ http }: Visitor, { address, fields }: SentForm) {
  const answer = await http.post(address, { multipart: fields });
  const to = answer.headers().location;
  const then = to ? await http.get(to) : null;
  return { status: answer.status(), to, words: (await wordsOf(answer)) + (then ? await wordsOf(then) : '') };
}

test('who answers for these women is told numbers and the field by the forms that tell them', async () => {
  const { official, known } = doors;
  const actions = builtActions();
  const told = async (page: string, name: string) => {
    const forms = await formsOf(official, [page]);
    const form = forms.find((each) => actionOf(each, actions)?.name === name);
    return form ? hiddenIn((await said(official, form)).words) : [`no form ${name} on ${page}`];
  };
  const { person, session } = known.records;
  expect(await told(`/admin/people/${person}`, 'seePhone')).toEqual([HIDDEN[0]]);
  expect(await told(`/admin/people/${person}/sensitive`, 'readFields')).toEqual([HIDDEN[4]]);
  expect(await told(`/admin/trainings/${session}/messages`, 'seeNumbers')).toHaveLength(1);
  expect(await told(`/admin/trainings/${session}/participants`, 'seeParticipantPhone')).toHaveLength(1);
});

test('a neighbour sends every form of every page, and none tells a number or a sealed field', async () => {
  const actions = builtActions();
  const sent = new Set<string>();
  const told: string[] = [];
  const broken: string[] = [];
  for (const file of withForms) {
    const address = addressOf(file, doors.known);
    const forms = address === null ? [] : await formsOf(doors.believed.neighbour, [address]);
    const seen = new Map<string, number>();
    for (const form of forms) {
      const built = actionOf(form, actions);
      const action = built && `${built.file} ${built.name}`;
      if (!action) continue;
      const times = (seen.get(action) ?? 0) + 1;
      seen.set(action, times);
      if (times > OF_ONE_KIND) continue;
      const { status, to, words } = await said(doors.believed.neighbour, form);
      if (status >= 500 || to?.includes('dang-nhap')) broken.push(`${action} on ${file}: ${status} ${to ?? ''}`);
      sent.add(action);
      told.push(...hiddenIn(words).map((what) => `${action} on ${file}: ${what}`));
    }
    if (forms.length > 0) await doors.renew();
    if ((await doors.believed.neighbour.http.get('/admin')).status() !== 200) await doors.comeAgain('neighbour');
  }
  expect(told).toEqual([]);
  expect(broken).toEqual([]);
  const missing = actions.map(({ file, name }) => `${file} ${name}`).filter((action) => !sent.has(action));
  expect(missing.filter((action) => !UNSENT.some(([pattern]) => pattern.test(action))).sort()).toEqual([]);
  expect(UNSENT.filter(([pattern]) => !missing.some((action) => pattern.test(action)))).toEqual([]);
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
      told.push(...hiddenIn(await wordsOf(answer)).map((what) => `${who} ${name}: ${what}`));
    }
  expect(told).toEqual([]);
  expect(shut).toEqual([]);
});

/** Public pages that need a secret or a thing that this ground has not, each with its reason. */
const SHUT: [file: RegExp, why: string][] = [
  [/\/by-(number|code)\//, 'leads on to a page that is read'],
  [/\/(ticket|calendar|new-password|member-card|preview)\/\[slug]/, 'the way in is a secret'],
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

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The habits of the house. The arrows between layers are in .dependency-cruiser.cjs. */
const LAYERS = ['app', 'components', 'domain', 'server', 'i18n'];
const LINES_MAX = 200;
/** A test may tell one long story. */
const TEST_LINES_MAX = 250;
const COMMENT_WORDS_MAX = 40;
const DRAWING = ['ui', 'charts', 'layout'];

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
const isSource = (path: string) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('prisma/generated/');
const read = (path: string) => readFileSync(path, 'utf8');
const sources = LAYERS.flatMap(filesBelow)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: read(path) }));
const product = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path));
const concepts = readdirSync('domain').filter((name) => !name.includes('.'));

/** Who opens the door cannot have come through it: these run before there is a viewer. */
const BEFORE_A_VIEWER =
  /^(signIn|signInByProvider|accountIdOf|standingOfSession|viewerOfSession|viewerOfAccount|viewerOfFeed|endSession|touchSession|renewToken|askReset|resetPassword|hashPassword|tokenHash|passByTotp|passByRecoveryCode|passByPasskey|startPasskeyStep|findStepWays|acceptInvitation|createAdministrator|changePassword)$/;
/**
 * Whoever signs up, holds a ticket or a card, or was sent a preview link has no account: what she may do follows from the session, from the secret or from
 * the address that her device alone knows.
 */
const WITHOUT_AN_ACCOUNT =
  /^(signUpForSession|changeByTicket|openMemberCard|closeMemberCard|loseMemberCard|cancelByMemberCard|withdrawByMemberCard|findCardOpening|findCardDoor|openFieldsByCard|numbersByCard|findTicket|waitForTopic|findPreviewByLink|findPreviewSizeByLink|findPreviewSoundByLink|followOnDevice|endOnDevice|moveDevice|findDevice)$/;

/** Done when its time has come, whether or not somebody looks (server/jobs/work.ts). */
const BY_ITSELF =
  /^(settleDueSeats|settleDueMoves|forgetSignUps|forgetReads|forgetPreviewLinks|forgetPresences|forgetCardOpenings|forgetSilentUploads|compareCoverage|makePeriods|closeDueRounds|settleDuePublications|sendDigests|carryOutSignings|claimSigning|reachStep|refuseSigning|settlePictureUses|tellAlarms|settleSubjectPersons|makePictureSizes|removeFiles|noteFile|sendDuePushes|forgetSilentDevices|collectLinks|collectMaterials|lookAtOwn|lookOutside|leaveOutside)$/;

/** Done by whoever keeps the machine, at its console (scripts/product). */
const AT_THE_CONSOLE =
  /^(countSealedOtherwise|resealAll|countSecretsSealedOtherwise|resealSecrets|countDigitsSealedOtherwise|resealDigits|resetFactorsOf|takeWordForKeys|eraseAgain|settleRestored|readDatabaseFacts)$/;

/** An entry of the trail says who asks, and its key is known to her request alone (0270). */
const BY_AN_OPENING = /^askRows$/;

const TYPED_PHONES = [
  'components/attendance/paper-entry.tsx',
  'domain/accounts/account.ts',
  'domain/attendance/roster/walk-ins.ts',
  'domain/imports/sheets/cell-values.ts',
  'domain/merging/requests/request.ts',
  'domain/people/phones/phone-input.ts',
  'domain/people/phones/phone.ts',
  'domain/people/reach-queries.ts',
];
/** Nouns of what is kept or sent, not of what is shown. */
const KEPT_PHONES = [
  'domain/accounts/account.ts',
  'domain/exports/export.ts',
  'domain/imports/draft.ts',
  'domain/imports/import.ts',
  'domain/imports/rows/judge.ts',
  'domain/people/duplicates/duplicate.ts',
];

describe('the house', () => {
  test('a concept folder holds plain TypeScript with agreed names, no index and no components', () => {
    const named = /^domain\/([a-z-]+\/){1,2}(?!index)[a-z]+(-[a-z]+)*(\.test)?\.ts$/;
    for (const path of concepts.flatMap((concept) => filesBelow(join('domain', concept)))) expect(path).toMatch(named);
  });

  test('nobody builds a drawer for strangers', () => {
    const drawers = /(^|\/)(lib|libs|utils?|helpers?|common|misc|types|hooks|services)(\/|\.tsx?$)/;
    expect(sources.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
  });

  test('server actions live in actions.ts and every one passes the gate', () => {
    for (const { path, text } of product) {
      if (!/^\s*['"]use server['"]/m.test(text)) continue;
      expect(path).toMatch(/^app\/.*actions\.ts$/);
      for (const [, name, rest] of text.matchAll(/^export (?:const|async function|function) (\w+)(.*)$/gm))
        expect(rest, `${path}: ${name}`).toMatch(/^ = formAction\(/);
    }
  });

  test('an action is called as its command: the command comes by the name of its file, and none is renamed', () => {
    for (const { path, text } of product.filter(({ path }) => path.endsWith('actions.ts'))) {
      expect(text, path).not.toMatch(/^import \{[^}]*\w as \w/m);
      for (const [, name, file = ''] of text.matchAll(/^import \* as (\w+) from '.*\/([a-z-]+)'/gm))
        expect(name, path).toBe(file.replace(/-./g, ([, letter = '']) => letter.toUpperCase()));
    }
  });

  test('a handler of the api asks who is looking, or is a form or a device without an account and passes the one gate of those; one of open data never asks', () => {
    const asks =
      /^export const POST = publicForm\(|^export const (POST|PUT|DELETE) = publicJson\(|\banswer\(request, |\b(getViewer|requireViewer)\(\)/m;
    for (const { path, text } of product.filter(({ path }) => /^app\/api\/.*route\.ts$/.test(path)))
      if (path.startsWith('app/api/v1/')) expect(text, path).not.toMatch(/Viewer|cookies\(|headers\(/);
      else if (!/^app\/api\/(auth|invitation|member-cards|password-resets|second-step)\//.test(path))
        expect(text, path).toMatch(asks);
  });

  test('every command, and every query of unpublished data, asks who is looking', () => {
    for (const { path, text } of product.filter(({ path }) => /^domain\/.*(queries|commands)\.ts$/.test(path)))
      for (const [, name = '', parameters] of text.matchAll(
        /^export (?:async function |function |const )(\w+)[^(\n]*\(([^)]*)/gm,
      ))
        if (
          !/Published|Sql$/.test(name) &&
          !BEFORE_A_VIEWER.test(name) &&
          !WITHOUT_AN_ACCOUNT.test(name) &&
          !BY_ITSELF.test(name) &&
          !AT_THE_CONSOLE.test(name) &&
          !BY_AN_OPENING.test(name)
        )
          expect(parameters?.trim(), `${path}: ${name}`).toMatch(/^viewer: (Viewer|Pick<Viewer)/);
  });

  test('what is published holds no name or number of a person, and what only builds SQL asks nothing by itself', () => {
    const exported = /^export (?:async function |function |const )(\w+)[\s\S]*?(?=^export |(?![\s\S]))/gm;
    for (const { path, text } of product.filter(({ path }) => /^domain\/.*queries\.ts$/.test(path)))
      for (const [whole, name = ''] of text.matchAll(exported)) {
        if (/Published/.test(name)) expect(whole, `${path}: ${name}`).not.toMatch(/full_?name|phone|birth_?year/i);
        if (/Sql$/.test(name)) expect(whole, `${path}: ${name}`).not.toMatch(/\bdb\.|\$queryRaw/);
      }
  });

  test('rows are written by commands, and by what they call inside their transaction', () => {
    const written =
      /\b(tx|db)\.\w+\.(create|update|upsert|delete)\w*\(|\$executeRaw|\b(INSERT INTO|DELETE FROM)\b|\bUPDATE \w+ (\w+ )?SET\b/;
    // what a phone keeps to itself is no row
    for (const { path, text } of product.filter(({ path }) =>
      /^domain\/(?!(attendance|peer-lessons)\/phone\/\w+-(store|memory)|phone\/phone-memory)/.test(path),
    ))
      if (!/(commands|writes)\.ts$/.test(path)) expect(text, path).not.toMatch(written);
  });

  test('concepts do not import each other in circles', () => {
    const reach = new Map(concepts.map((concept) => [concept, new Set<string>()]));
    for (const { path, text } of product)
      for (const [, other = ''] of text.matchAll(/from '@\/domain\/([^/']+)\//g)) {
        const [, concept = ''] = /^domain\/([^/]+)\//.exec(path) ?? [];
        if (other !== concept) reach.get(concept)?.add(other);
      }
    // whatever is reached in any number of steps: a Set goes on with what is put into it meanwhile
    for (const reached of reach.values())
      for (const other of reached) for (const next of reach.get(other) ?? []) reached.add(next);
    expect(concepts.filter((concept) => reach.get(concept)?.has(concept))).toEqual([]);
  });

  test('layers use the same words', () => {
    const known = [...concepts, ...DRAWING, 'home', 'overview'];
    for (const name of readdirSync('components')) expect(known, `components/${name}`).toContain(name);
  });

  test('no list is read without a limit', () => {
    for (const { path, text } of product)
      for (const [, call = ''] of text.matchAll(/\.findMany\((\{[\s\S]*?\n {2,4}\}|\{[^\n]*\})\)/g))
        expect(call, path).toMatch(/\btake\b/);
  });

  test('a whole number comes to light in one place, which writes it down; what is drawn takes none that was not', () => {
    const withText = (pattern: RegExp) => product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(withText(/\bas UnveiledPhone\b/)).toEqual(['domain/people/phones/unveil-phones-writes.ts']);
    // a number is "typed" only where it has just been typed: in inputs, a sheet's cells, the search, the register on paper
    expect(withText(/\bnormalPhone\(/).sort()).toEqual([...TYPED_PHONES].sort());
    const drawn = product.filter(({ path }) => /^(app|components)\//.test(path));
    const nouns = product.filter(({ path }) => /^domain\/.*(?<!queries|commands|writes|rows?)\.ts$/.test(path));
    for (const { path, text } of drawn) expect(text, path).not.toMatch(/\b\w*[pP]hone\??: string\b/);
    for (const { path, text } of nouns)
      if (!KEPT_PHONES.includes(path)) expect(text, path).not.toMatch(/(?<!\()\b\w*[pP]hone\??: string\b/);
  });

  test('where a unit stands today is told by one filter: its last place may be one that it goes to on a coming day', () => {
    expect(product.filter(({ text }) => /\bisLast\b/.test(text)).map(({ path }) => path)).toEqual([
      'domain/access/access.ts',
    ]);
  });

  test('the surroundings are read in one place', () => {
    for (const { path, text } of product)
      if (path !== 'domain/ground/env.ts' && !/NEXT_PHASE|NODE_ENV/.test(text))
        expect(text, path).not.toMatch(/process\.env(?!\.\w+ = )/);
  });

  test('public pages carry no client code of their own and no link that needs it', () => {
    for (const { path, text } of product.filter(({ path }) => path.startsWith('app/[locale]/'))) {
      expect(text, path).not.toMatch(/^['"]use client['"]/m);
      expect(text, path).not.toMatch(/from '(next\/(image|script|form)|@\/components\/ui\/link)'/);
      expect(text, path).not.toMatch(/\bnotFound\(\)/);
    }
  });

  test('every signed-in page is written out where nothing of it is for React', () => {
    const pages = product.filter(({ path }) => /^app\/admin\/(.*\/)?page\.tsx$/.test(path));
    const bare = pages.filter(({ text }) => !/<LivePage[ >]/.test(text)).map(({ path }) => path);
    // what does not exist, and a step that draws a page of another area before she is in
    expect(bare).toEqual(['app/admin/[...unknown]/page.tsx', 'app/admin/accounts/own/second-factor/page.tsx']);
    // what is drawn once of a reading is handed to many: the number of an asking would be handed to them too
    const once = product.filter(({ text }) => /<LivePage of=/.test(text) && /randomUUID|nonce/.test(text));
    const parts = product.filter(({ path, text }) => /^components\//.test(path) && /randomUUID/.test(text));
    expect(once.map(({ path }) => path)).toEqual([]);
    expect(parts.filter(({ text }) => !/^'use client'/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('nothing is styled or scripted inline: the content security policy would refuse it', () => {
    for (const { path, text } of product.filter(({ path }) => /^(app\/\[locale\]|components)\/.*\.tsx$/.test(path))) {
      if (/^components\/charts\/.*-chart\.tsx$/.test(path)) continue; // recharts, in the signed-in area only
      expect(text, path).not.toMatch(/\bstyle=\{|\bonclick=/);
    }
  });

  test('a day, a time and a file stand in the one field each: a browser would show its own in its own language', () => {
    const native =
      /type=(["']|\{["'`])(date|time|datetime-local|month|week|file)\b|['"](datetime-local|showPicker)['"]|\.showPicker\b/;
    expect(product.filter(({ text }) => native.test(text)).map(({ path }) => path)).toEqual([
      'components/ui/forms/file-field.tsx',
      'components/ui/forms/plain-file-field.tsx',
    ]);
  });

  test('files fit in the head and carry no leftovers', () => {
    for (const { path, text } of sources) {
      const most = /\.test\.tsx?$/.test(path) ? TEST_LINES_MAX : LINES_MAX;
      expect(text.split('\n').length, path).toBeLessThanOrEqual(most + 1);
      expect(text, path).not.toMatch(/\b(TODO|FIXME|XXX)\b|console\.log|@ts-(ignore|nocheck)|\bas any\b/);
    }
    for (const path of ['e2e', 'test', 'prisma', 'scripts', 'bench'].flatMap(filesBelow))
      if (/\.(ts|mjs)$/.test(path) && !path.startsWith('prisma/generated'))
        expect(read(path).split('\n').length, path).toBeLessThanOrEqual(TEST_LINES_MAX + 1);
  });

  test('a comment holds at most forty words', () => {
    // a block that documents, or lines one below the other
    const comments = /\/\*\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm;
    for (const path of [...LAYERS, 'prisma', 'scripts', 'e2e', 'bench', 'test'].flatMap(filesBelow).filter(isSource))
      for (const [comment] of read(path).matchAll(comments)) {
        // a type is no word
        const words = comment
          .replace(/@\w+ (\{.*\} ?\[?\w*\]?|\w+$)|[*/]/gm, ' ')
          .trim()
          .split(/\s+/).length;
        expect(words, `${path}: ${comment}`).toBeLessThanOrEqual(COMMENT_WORDS_MAX);
      }
  });

  test('the fields of a literal are written out: none is spread only to stand in one line', () => {
    for (const path of [...LAYERS, 'prisma', 'scripts', 'e2e', 'bench', 'test'].flatMap(filesBelow).filter(isSource))
      expect(read(path), path).not.toMatch(/\.\.\.\(?\{/);
  });

  test('a test that writes to the database says so by its name, and so gets one of its own', () => {
    const opens =
      /^(import (?!type )[^;]*|.*\bawait import\()'(@\/|(\.\.?\/)+)(prisma\/client|test\/(?!(servers|chance)\/)[a-z/-]+)'/m;
    for (const { path, text } of sources.filter(({ path }) => /\.test\.ts$/.test(path)))
      if (opens.test(text)) expect(path).toMatch(/[/-](commands|queries|database)\.test\.ts$/);
  });

  test('a test that puts something in the place of a module says so by its name, and so has a process to itself', () => {
    for (const { path, text } of sources.filter(({ path }) => /\.test\.ts$/.test(path)))
      expect(/\bvi\.(do)?[mM]ock\(/.test(text), path).toBe(/-alone\.test\.ts$/.test(path));
  });

  test('documents name files that exist', () => {
    const documents = ['README.md', 'CONTRIBUTING.md', ...(existsSync('docs') ? filesBelow('docs') : [])].filter(
      (path) => path.endsWith('.md') && existsSync(path),
    );
    for (const document of documents)
      for (const [, path = ''] of read(document).matchAll(
        /`((?:app|components|domain|server|i18n|prisma|public|e2e|bench|scripts|docs)\/[^`\s*<…{]+)`/g,
      ))
        expect(existsSync(path), `${document}: ${path}`).toBe(true);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionGroups, actionsOf } from '@/domain/audit/action-groups';

const grouped = actionGroups.flatMap(actionsOf);

/** Commands whose entry says more than that they ran: which of several things was done (decision 0058). */
const SEVERAL: Record<string, string> = {
  recordExport:
    'exportPeople exportModels exportPairs exportLessons exportUnits exportTrainings exportParticipants exportReach exportMatrix exportIndicator exportCoverage exportSpotList',
  signIn: 'signIn beginSignIn',
  confirmPlan: 'foundUnit renameUnit changeUnitKind moveUnit mergeUnits splitUnit closeUnit',
  decideSession: 'approveSession refuseSession',
  mergePersons: 'mergePersons takePhone',
  resealAll: 'changeKeys',
  // whatever needs a second person is asked for by its own command
  erasePerson: 'erasePerson askForSecond',
  takeWordForKeys: 'decideKeys',
  publishArticle: 'publishArticle scheduleArticle',
  settleDuePublications: 'publishDueArticles endDueArticles',
  signReport: 'signReport startSigning',
  writeReport: 'reportSession correctReport',
  stepImport: 'importPerson undoImportedPerson finishImport finishUndo',
  uploadSheet: 'uploadSheet purgeImport',
  addFile: 'addMaterial',
  // once called otherwise: what stands in the trail keeps its name
  attachPerson: 'attachPerson tieToPerson',
  detachPerson: 'detachPerson untieFromPerson',
  signInByProvider: 'signIn tieToProvider',
  takeRosters: 'takeRoster',
};

const commands = new Set(
  readdirSync('domain', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('commands.ts'))
    .map((path) => readFileSync(`domain/${path}`, 'utf8'))
    .flatMap((text) => [...text.matchAll(/^export (?:async function|function|const) (\w+)/gm)])
    .map(([, name = '']) => name),
);

test('every action that has words stands in one group, and no group names one that has none', () => {
  const { actions, groups } = JSON.parse(readFileSync('i18n/messages/vi/audit.json', 'utf8'));
  expect([...grouped].sort()).toEqual(Object.keys(actions).sort());
  expect(Object.keys(groups).sort()).toEqual([...actionGroups].sort());
});

test('an action is called as the command that writes it, but for commands that do several things', () => {
  const written = Object.entries(SEVERAL);
  for (const [command] of written) expect(commands, command).toContain(command);
  const known = new Set([...commands, ...written.flatMap(([, actions]) => actions.split(' '))]);
  expect(grouped.filter((action) => !known.has(action))).toEqual([]);
});

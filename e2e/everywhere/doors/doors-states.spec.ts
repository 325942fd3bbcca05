import { expect, test } from '@playwright/test';
import { type Doors, openDoors } from '../../support/doors/ground';
import { type Found, nameOf, openedForms, sendAll } from '../../support/doors/sending';
import { otherStates, stepsFrom } from '../../support/doors/states/states';
import { actionsOfOtherStates } from '../../support/doors/unsent';
import { builtActions } from '../../support/page/forms';
import { SILENT_PROVIDER } from '../../support/processes/target';

/** As `doors-sent.spec.ts`, of records in other states: what waits, is public, was asked for or is about to end. */
test.describe.configure({ mode: 'serial', timeout: 900_000 });

let doors: Doors;
test.beforeAll(async () => {
  doors = await openDoors('portal_doors_states', SILENT_PROVIDER);
});
test.afterAll(() => doors?.quiet.close());

test('a neighbour sends the forms of records in other states, and each step of their pages, and none tells a number or a sealed field', async () => {
  const actions = builtActions();
  const found: Found = { sent: new Set(), told: [], broken: [] };
  for (const address of await otherStates(doors)) {
    const { known, believed } = doors;
    const addresses = [address, ...(await stepsFrom(believed.neighbour, address, found))];
    const forms = await openedForms(believed.neighbour, addresses, found);
    await sendAll(believed.neighbour, forms, { known, actions, file: address, found });
    if ((await believed.neighbour.http.get('/admin')).status() !== 200) await doors.comeAgain('neighbour');
  }
  expect(found.told).toEqual([]);
  expect(found.broken).toEqual([]);
  expect(actions.length).toBeGreaterThan(200);
  const known = new Set(actions.map(nameOf));
  expect(actionsOfOtherStates().filter((action) => !known.has(action))).toEqual([]);
  expect(actionsOfOtherStates().filter((action) => !found.sent.has(action))).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { formsOf } from '../../support/page/forms';
import { actionsOf, chanceOf, DEPTH, HOSTILE, SEED } from '../../support/page/hostile';
import { type Sent, Target } from '../../support/processes/target';

/**
 * Values sent to the actions behind the forms, by mistake or on purpose: each answer says what is wrong or that there
 * is no such thing. None is a failure of the portal.
 */
test.describe.configure({ mode: 'default', timeout: 180_000 * DEPTH });

let target: Target;
test.beforeAll(async () => {
  target = await Target.open();
});
test.afterAll(() => target?.close());

test('every action of the build, with whatever it is called with', async () => {
  const chance = chanceOf(SEED + 3);
  const actions = actionsOf();
  expect(actions.length).toBeGreaterThan(100);
  const requests = actions.flatMap(({ id, page }): Sent[] => {
    const path = page.replace(/\*/g, () => chance.one(target.ids()));
    const fields = new FormData();
    fields.set(`$ACTION_ID_${id}`, '');
    for (const name of chance.some(['id', 'name', 'version', 'x[]', 'x[a]', '$ACTION_1:0', '__proto__[a]'], 4))
      fields.append(name, chance.one(HOSTILE));
    const called = { ...target.official, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
    const call = () =>
      chance.one([
        JSON.stringify(['x', chance.one(HOSTILE)]),
        chance.one(['[]', '[{"status":"new"}]', '[null,null]', '[1,["$F1"]]']),
      ]);
    return [
      ...Array.from({ length: DEPTH }, () => ({ method: 'POST', path, headers: called, body: call() })),
      { method: 'POST', path, headers: target.official, body: fields },
    ];
  });
  await target.expectNoFailure(requests);
});

test('forms of the pages, with one field changed, left out or sent twice', async () => {
  const chance = chanceOf(SEED + 4);
  const { person, model, session, held, article, account, pair } = target.records;
  const forms = await formsOf(
    target.visitor,
    [
      'digital-models/new?kind=digital_family',
      'people/new',
      'trainings/new',
      'venues/new',
      'articles/new',
      `people/${person}/edit`,
      `people/${person}/sensitive`,
      `digital-models/${model}/edit`,
      `trainings/${session}`,
      `trainings/${held}/attendance`,
      `articles/${article}/edit`,
      `accounts/${account}`,
      `pairs/${pair}`,
      'messages',
      `people/${person}/consents`,
      `people/${person}/consents/sheet`,
      `trainings/${session}/participants`,
      `units/${target.places.subAssociation.id}`,
    ].map((path) => `/admin/${path}`),
  );
  expect(forms.length).toBeGreaterThan(30);
  const requests = forms.flatMap(({ address, fields }) =>
    Array.from({ length: DEPTH }, (): Sent => {
      const body = new FormData();
      const names = Object.keys(fields).filter((name) => !name.startsWith('$'));
      const changed = chance.one(names);
      for (const [name, value] of Object.entries(fields)) {
        if (name !== changed) body.append(name, value);
        else for (const text of chance.some(HOSTILE, 2)) if (chance.next() < 0.9) body.append(name, text);
      }
      return { method: 'POST', path: address, headers: target.official, body };
    }),
  );
  await target.expectNoFailure(requests);
});

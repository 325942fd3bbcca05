import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run, runOrFail } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';

/** The places where playwright.config.ts looks as well. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the system, where there is one. */
export const installedBrowser = () => INSTALLED.find((path) => existsSync(path));

/** The folder where Playwright keeps its own browsers; whether one is the right one, only its package knows. */
const hasSomeOfPlaywrights = () =>
  existsSync(process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright'));

async function hasPlaywrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const sentence = 'Chromium could not be installed (apt-get install chromium).';
  await runOrFail(sentence, 'apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends'];
  await runOrFail(sentence, 'apt-get', [...install, 'chromium'], { env });
  // Journeys are faster in it; a release that has no such package makes them in the whole browser.
  await run('apt-get', [...install, 'chromium-headless-shell'], { env });
}

async function installFromPlaywright() {
  const command = join(ROOT, 'node_modules', '.bin', 'playwright');
  await runOrFail('Chromium could not be installed (playwright install chromium).', command, ['install', 'chromium']);
}

/**
 * The step that finds a Chromium, or installs one: Debian's own as root there, elsewhere Playwright's. `packages`: the
 * installation of the packages where it still goes on; Debian's browser does not wait for it.
 * @param {Promise<unknown>} packages
 */
export async function ensureBrowser(packages) {
  const installed = installedBrowser();
  if (installed) return skipped(installed);
  if (canUseApt() && !hasSomeOfPlaywrights()) return installFromDebian();
  await packages;
  if (await hasPlaywrightsOwn()) return skipped("Playwright's own");
  await (canUseApt() ? installFromDebian() : installFromPlaywright());
}

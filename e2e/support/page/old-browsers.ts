import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/**
 * Real browsers of 2020 to 2022, by their number. They were built for machines without a screen and need no library that a bare
 * Debian lacks; npm brings them like any other package. They exist for Linux on x64 alone.
 */
export const oldBrowsers = [80, 92, 102] as const;
export type OldBrowser = (typeof oldBrowsers)[number];

/** Machines on which none of them can start. */
export const NO_OLD_BROWSERS = process.platform !== 'linux' || process.arch !== 'x64';

const FOLDER = join('.test', 'old-browsers');

const STARTS_MAX = 4;
/** The patience of the first start; a later one has twice as long as the one before, in case the machine is busy. */
const SIGN_OF_LIFE_MS = 6_000;

/** Unpacks a browser once, and starts it with one page. All of it runs in one process, which at times stands still from the start. */
export async function openOldBrowser(number: OldBrowser): Promise<{ browser: Browser; page: Page }> {
  const folder = await unpacked(number);
  for (let starts = 1; ; starts++) {
    const browser = await start(folder);
    const page = await within(SIGN_OF_LIFE_MS * 2 ** (starts - 1), firstPage(browser));
    if (page) return { browser, page };
    endOldBrowser(browser);
    if (starts === STARTS_MAX) throw new Error(`Chromium ${number} gave no sign of life in ${STARTS_MAX} starts.`);
  }
}

/** Ends its process, which may have nothing to say any more. */
export const endOldBrowser = (browser: Browser): void => void browser.process()?.kill('SIGKILL');

async function firstPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${process.env.PORTAL_URL ?? 'http://127.0.0.1:3000'}/healthz`);
  return page;
}

const within = <Value>(milliseconds: number, work: Promise<Value>): Promise<Value | null> =>
  Promise.race([
    work.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds).unref()),
  ]);

function start(folder: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${folder}/lib:${folder}`,
      FONTCONFIG_PATH: existsSync('/etc/fonts') ? '/etc/fonts' : folder,
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--single-process',
      '--no-zygote',
      '--hide-scrollbars',
      '--lang=vi-VN',
    ],
    defaultViewport: { width: 360, height: 740 },
    timeout: 20_000,
  });
}

async function unpacked(number: OldBrowser): Promise<string> {
  const folder = join(process.cwd(), FOLDER, String(number));
  if (existsSync(folder)) return folder;
  // Two may unpack at the same time: each for itself, and the first one counts.
  const mine = `${folder}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  const packed = join('node_modules', `chrome-aws-lambda-${number}`, 'bin');
  const unpack = (name: string) =>
    pipeline(
      createReadStream(join(packed, `${name}.br`)),
      createBrotliDecompress(),
      createWriteStream(join(mine, name)),
    );
  for (const name of ['aws.tar', 'swiftshader.tar', 'chromium']) await unpack(name);
  for (const name of ['aws.tar', 'swiftshader.tar']) execFileSync('tar', ['xf', name], { cwd: mine });
  chmodSync(join(mine, 'chromium'), 0o755);
  try {
    renameSync(mine, folder);
  } catch {
    rmSync(mine, { recursive: true, force: true });
  }
  return folder;
}

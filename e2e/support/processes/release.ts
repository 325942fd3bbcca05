import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../../scripts/ground/ports.mjs';
import { expect as expectRead } from '../reader/expect';
import type { Reader } from '../reader/reader';
import { temporaryFolder } from './temporary';

const HER = { email: 'lan@quantri.invalid', password: 'mat-khau-cua-chi-lan' };
const TEXT = /\.([cm]?js|json|html|txt|css|meta|rsc|body|sql|md)$/;

/** Makes a finished build of the portal under test in an empty folder outside of the project, as `npm run build` does. */
export function makeRelease(): string {
  const folder = join(temporaryFolder('release'), 'portal');
  const made = spawnSync(process.execPath, ['scripts/release/main.mjs', '--to', folder], { encoding: 'utf8' });
  expect(made.status, made.stdout + made.stderr).toBe(0);
  return folder;
}

/** Makes the same as one file, and unpacks it on another machine as its handbook says. */
export function unpackRelease(): string {
  const made = join(temporaryFolder('made'), 'portal');
  const packed = spawnSync(process.execPath, ['scripts/release/main.mjs', '--to', made, '--tar'], { encoding: 'utf8' });
  expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  const there = temporaryFolder('unpacked');
  const unpacked = spawnSync('tar', ['-xzf', `${made}.tar.gz`, '-C', there], { encoding: 'utf8' });
  expect(unpacked.status, unpacked.stderr).toBe(0);
  return join(there, 'portal');
}

/** Files in it that name the folder it was made in: what they ask for there is on no other machine. */
export const namingHome = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(`${process.cwd()}/`))
    .map((file) => file.slice(folder.length));

/** Surroundings of a bare machine: node is the only program on the path, and nothing of ours is said. */
export function bareMachine(folder: string, databaseUrl: string): Record<string, string> {
  const [programs, home] = [join(folder, '..', 'programs'), join(folder, '..', 'home')];
  for (const made of [programs, home]) mkdirSync(made, { recursive: true });
  symlinkSync(process.execPath, join(programs, 'node'));
  return {
    PATH: programs,
    HOME: home,
    DATA_DIR: join(home, 'data'),
    DATABASE_URL: databaseUrl,
    DATABASE_PATIENCE: '6',
  };
}

/** Runs one of its commands to the end. */
export function command(folder: string, surroundings: Record<string, string>, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync('node', words, {
    cwd: folder,
    env: surroundings as NodeJS.ProcessEnv,
    encoding: 'utf8',
  });
  return { status, written: stdout, said: stdout + stderr };
}

/** Starts it, and waits until it is ready; what it lacks is in its words. */
export async function startRelease(folder: string, surroundings: Record<string, string>) {
  const port = await freePort();
  const env = { ...surroundings, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn('node', ['start.mjs'], {
    cwd: folder,
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (words: Buffer) => {
        said += words;
        if (said.includes('is ready at ')) resolve();
      });
    void ended.then(() => reject(new Error(`it did not start: ${said}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    env,
    log: () => readFileSync(join(surroundings.DATA_DIR ?? '', 'log', 'server.log'), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The first account is made at the console of that machine. */
export function makeHer(folder: string, surroundings: Record<string, string>) {
  const words = ['scripts/administrator.mjs', '--email', HER.email, '--name', 'Nguyễn Thị Lan'];
  const made = command(folder, { ...surroundings, ADMINISTRATOR_PASSWORD: HER.password }, ...words);
  expect(made.status, made.said).toBe(0);
}

/** She signs in, and stands before the form of an invitation. */
export async function signIn(page: Reader) {
  await page.goto('/dang-nhap?callbackUrl=%2Fadmin%2Faccounts%2Fnew');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(HER.email);
  await page.getByLabel('Mật khẩu').fill(HER.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expectRead(page).toHaveURL(/\/admin\/accounts\/new/);
}

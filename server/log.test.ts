import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { linesTo } from './log-file';

const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process of the portal that says two words into a file, and then that it lives. */
async function speak(output: string) {
  const words = `import('./server/log.ts').then(({ log }) => {
    log.info('one');
    setTimeout(() => { log.info('two'); process.stderr.write('alive'); }, 50);
  })`;
  const handle = openSync(output, 'a');
  const program = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', words];
  const child = spawn(process.execPath, program, { stdio: ['ignore', handle, 'pipe'] });
  closeSync(handle);
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

// every write to it is answered as one to a disk without room
test.skipIf(process.platform !== 'linux')(
  'whoever finds no room for what it says goes on, and ends when it is asked to',
  async () => {
    expect(await speak('/dev/full')).toEqual({ code: 0, said: 'alive' });
    const file = join(folder, 'log');
    expect(await speak(file)).toEqual({ code: 0, said: 'alive' });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['one', 'two']);
  },
);

/** A process that says so many words to a pipe and then that it lives; again at each sign it is given, and a last time when no more come. */
function speakToPipe(count: number) {
  const program = join(folder, 'speak.cjs');
  const contents = `import { log } from './server/log';
    for (let at = 0; at < ${count}; at++) log.info({ text: 'x'.repeat(1000) }, 'word');
    process.stderr.write('alive');
    process.stdin.on('data', (signs) => { for (const sign of signs) log.info({ sign }, 'word'); });
    process.stdin.on('end', () => log.info('last'));`;
  const stdin = { contents, resolveDir: process.cwd() };
  buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', conditions: ['react-server'], outfile: program });
  return spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
}

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody reads any more holds nobody up; what is lost meanwhile is counted once somebody does',
  async () => {
    const [count, child] = [3_000, speakToPipe(3_000)];
    onTestFinished(() => void child.kill('SIGKILL'));
    const [alive] = await once(child.stderr, 'data');
    expect(String(alive)).toBe('alive');
    let [said, signs] = ['', 0];
    child.stdout.on('data', (text: Buffer) => {
      said += text;
      if (child.stdin.writableEnded) return;
      // the pipe may be full still: after the last part that is read it is not, and each part brings a sign
      if (said.includes('lines of the log are lost')) child.stdin.end();
      else {
        child.stdin.write('.');
        signs++;
      }
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    const lines = said.trim().split('\n');
    const whole = lines.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line)] : []));
    const lost = whole.flatMap((line) => line.lost ?? []).reduce((sum, each) => sum + each, 0);
    expect(lost).toBeGreaterThan(0);
    expect(whole.filter(({ msg }) => msg === 'word')).toHaveLength(count + signs - lost);
    expect(whole.at(-1).msg).toBe('last');
  },
);

test.skipIf(process.platform === 'win32')(
  'a reader who is always behind is waited for half a second of a minute, and each line that is lost is told of once',
  () => {
    const pipe = join(folder, 'slow');
    execFileSync('mkfifo', [pipe]);
    const handle = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const say = linesTo(handle, (lost) => `lost ${lost}\n`);
    const [bytes, read] = [Buffer.alloc(2_000_000), [] as string[]];
    const line = `${'a'.repeat(20_000)}\n`;
    const from = performance.now();
    for (let at = 0; at < 200; at++) {
      say(line);
      // he takes a part now and then, so that a line goes out and the next ones find no room again
      if (at % 20 === 19) read.push(bytes.toString('latin1', 0, readSync(handle, bytes)));
    }
    expect(performance.now() - from).toBeLessThan(5_000);
    say('end\n');
    read.push(bytes.toString('latin1', 0, readSync(handle, bytes)));
    closeSync(handle);
    const lines = read.join('').split('\n');
    const lost = lines.flatMap((told) => /^lost (\d+)$/.exec(told)?.[1] ?? []).map(Number);
    expect(lost.length).toBeGreaterThan(1);
    const whole = lines.filter((told) => told.length === 20_000).length;
    expect(lost.reduce((sum, each) => sum + each, 0)).toBe(200 - whole);
    expect(lines.at(-2)).toBe('end');
  },
);

test('a line goes out whole, and one that cannot costs nothing else', () => {
  const file = join(folder, 'line');
  const handle = openSync(file, 'a');
  const line = `${'ạ'.repeat(100_000)}\n`;
  linesTo(handle)(line);
  closeSync(handle);
  const closed = openSync(file, 'r');
  expect(() => linesTo(closed)('nothing may be written here\n')).not.toThrow();
  closeSync(closed);
  expect(readFileSync(file, 'utf8')).toBe(line);
});

test.skipIf(process.platform === 'win32')(
  'a reader who is behind costs lines, and finds the next one on a line of its own',
  () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const handle = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const say = linesTo(handle);
    const readAll = () => {
      const [bytes, parts] = [Buffer.alloc(1_000_000), [] as string[]];
      try {
        for (;;) parts.push(bytes.toString('latin1', 0, readSync(handle, bytes)));
      } catch {
        return parts.join('');
      }
    };
    say(`${'a'.repeat(1_000_000)}\n`);
    say('lost\n');
    const part = readAll();
    expect(part).toMatch(/^a+$/);
    expect(part.length).toBeLessThan(1_000_000);
    say('next\n');
    say('and on\n');
    expect(readAll()).toBe('\nnext\nand on\n');
    closeSync(handle);
  },
);

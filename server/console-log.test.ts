import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { logConsole } from './console-log';

const own = { ...console };
afterEach(() => {
  Object.assign(console, own);
  process.removeAllListeners('warning');
});

test('what libraries say for a terminal is a line of JSON each, without colours', () => {
  const lines: Record<string, unknown>[] = [];
  logConsole(pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) }));
  console.info('\u001b[32m✓\u001b[39m Ready in %dms', 12);
  console.error(new Error('broken'));
  console.warn('');
  expect(lines).toMatchObject([
    { level: 30, by: 'console', msg: '✓ Ready in 12ms' },
    { level: 50, by: 'console', msg: expect.stringMatching(/^Error: broken\n +at /) },
  ]);
  expect(lines).toHaveLength(2);
});

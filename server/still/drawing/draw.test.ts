import { expect, test } from 'vitest';
import { drawingPatience } from './draw';

/** Seconds by docs/operations.md: for a connection, for it to come about, for a statement, and for one that hangs to be cut. */
const DATABASE_MS = 2_000 + 5_000 + 1_000;

test('a page waits longer than its database may take, however patient the portal is with it, and never without end', () => {
  for (const timesLonger of [1, 2, 3, 6, 20]) {
    expect(drawingPatience(timesLonger), `${timesLonger} times`).toBeGreaterThan(DATABASE_MS * timesLonger);
    expect(drawingPatience(timesLonger), `${timesLonger} times`).toBeLessThan(250_000);
  }
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { keepFacts } from '../condition/kept-facts';
import { Measures } from './measures';

/** Milliseconds between two times that counts are written down. */
const EACH_MS = 30_000;

const hoursInput = z.object({ hours: z.array(z.tuple([z.number().int(), z.number().int()])).max(48) });

/** Counts that go on where those of the last run ended; what was refused in the last day is not forgotten by a start. */
export function openMeasures(dataDir: string): Measures {
  try {
    const { hours } = hoursInput.parse(JSON.parse(readFileSync(path.join(dataDir, 'front.json'), 'utf8')));
    return new Measures(Date.now, hours);
  } catch {
    return new Measures();
  }
}

/** Writes the counts into the data folder, for the last time as it stops, for the page of the condition and the command that says the same. */
export function keepMeasures(measures: Measures, dataDir: string, report: (error: unknown) => void): { stop(): void } {
  const write = () => {
    try {
      const hours = measures.refusedHours();
      const refused = hours.reduce((sum, [, count]) => sum + count, 0);
      keepFacts(dataDir, 'front.json', { at: new Date().toISOString(), pages: measures.pages(), refused, hours });
    } catch (error) {
      report(error);
    }
  };
  const timer = setInterval(write, EACH_MS).unref();
  const stop = () => {
    clearInterval(timer);
    write();
  };
  return { stop };
}

import { appendFileSync } from 'node:fs';

/** What was tried by chance, in a line of the file that `npm run fuzz` names; where none is named nobody reads it. */
export function noteFigures(line: string): void {
  const file = process.env.FUZZ_FIGURES;
  if (file) appendFileSync(file, `${line}\n`);
}

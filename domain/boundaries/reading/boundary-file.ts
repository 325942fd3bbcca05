import { brotliCompressSync } from 'node:zlib';
import { ok, problem, type Result } from '@/domain/result';
import { neighboursOf } from '@/domain/units/neighbour';
import type { BoundaryFacts, BoundaryTopology, ReadingProblem } from '../boundaries';
import { bordersIn, compact } from './compact';
import { readGeojson } from './geojson';
import { mend } from './mend';

export type ReadBoundaries = {
  topology: BoundaryTopology;
  facts: BoundaryFacts;
  /** the code of every feature, as often as it stands there */
  codes: string[];
};

/** A file of boundaries read, checked, mended and made small. Which communes there have to be is asked of the record afterwards. */
export function readBoundaries(text: string): Result<ReadBoundaries, ReadingProblem> {
  const read = readGeojson(text);
  if (!read.ok) return read;
  const codes = read.value.map(({ code }) => code);
  const mended = read.value.map(({ code, areas }) => ({ code, ...mend(areas) }));
  const crossed = mended.filter(({ how }) => how === 'crossed');
  if (crossed.length > 0) return problem('crosses-itself', { codes: crossed.map(({ code }) => code).join(', ') });
  const small = compact(mended);
  if (!small.ok) return small;
  const { topology, positionsKept } = small.value;
  const known = new Set(
    codes.flatMap((code) =>
      neighboursOf(code)
        .filter((other) => codes.includes(other))
        .map((other) => [code, other].sort().join(' ')),
    ),
  );
  const shared = bordersIn(topology);
  return ok({
    topology,
    codes,
    facts: {
      areas: codes.length,
      positionsRead: read.value.reduce((sum, { areas }) => sum + areas.flat(2).length, 0),
      positionsKept,
      bordersKnown: known.size,
      bordersShared: [...known].filter((pair) => shared.has(pair)).length,
      kilobytes: Math.ceil(brotliCompressSync(JSON.stringify(topology)).length / 1024),
      mended: mended.filter(({ how }) => how === 'mended').map(({ code }) => code),
    },
  });
}

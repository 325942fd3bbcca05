import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { boundaryText, fieldOf } from '@/domain/boundaries/reading/board-fixture';
import { POSITIONS_MAX, TOPOLOGY_BYTES_MAX } from '../boundaries';
import { readBoundaries } from './boundary-file';
import { type Ring, turnedArea } from './ring';

/** Three communes that border each other on the land, in a row on the board. */
const CODES = ['26122', '26116', '26134'];

type Feature = { properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown }; id?: unknown };
const changed = (change: (features: Feature[], file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(boundaryText(CODES));
  change(file.features, file);
  return JSON.stringify(file);
};
const problemOf = (text: string) => {
  const read = readBoundaries(text);
  return read.ok ? 'read' : read.problem;
};
const taken = (text: string) => {
  const read = readBoundaries(text);
  return read.ok ? read.value : expect.unreachable(read.problem);
};

describe('a file of boundaries becomes one small topology', () => {
  test('in which neighbours share the line between them, whichever way the file runs around them', () => {
    const { topology, facts, codes } = taken(boundaryText(CODES));
    expect(codes).toEqual(CODES);
    // on the board 26122 and 26116, and 26116 and 26134 lie side by side; that 26122 borders 26134 too is not drawn
    expect(facts).toMatchObject({ areas: 3, bordersKnown: 3, bordersShared: 2, mended: [] });
    const uses = topology.objects.communes.geometries.flatMap((each) =>
      'arcs' in each ? (each.arcs as number[][][]).flat(2).map((arc) => (arc < 0 ? ~arc : arc)) : [],
    );
    expect(uses.length - new Set(uses).size).toBe(2);
  });

  test('whose outer lines run clockwise, as drawings on the sphere take them, and holes the other way', () => {
    const [x, y] = fieldOf(0)[0] ?? [0, 0];
    const hole = [0, 0.03, 0.03, 0].map((right, at) => [x + 0.03 + right, y + 0.03 + (at > 1 ? 0.03 : 0)]);
    const text = changed(([first]) => {
      if (first) first.geometry.coordinates = [fieldOf(0), [...hole, hole[0]]];
    });
    const { topology } = taken(text);
    const all = feature(topology, topology.objects.communes);
    const turns = all.features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates.flat().map((ring) => turnedArea(ring as Ring) < 0) : [],
    );
    expect(turns).toEqual([true, false, true, true]);
  });

  test('that stays small, however fine the lines were', () => {
    const fine = (ring: [number, number][]) =>
      ring.flatMap(([x, y], at) => {
        const [toX, toY] = ring[at + 1] ?? [x, y];
        return Array.from({ length: at < ring.length - 1 ? 150 : 1 }, (_, step) => {
          const share = step / 150;
          return [x + (toX - x) * share, y + (toY - y) * share + (Math.sin(step) * Math.sin(share * Math.PI)) / 8000];
        });
      });
    const { topology, facts } = taken(
      changed((features) => {
        features.forEach((each, at) => {
          each.geometry.coordinates = [fine(fieldOf(at * 2))];
        });
      }),
    );
    expect(facts.positionsRead).toBeGreaterThan(20_000);
    expect(facts.positionsKept).toBeLessThan(facts.positionsRead / 3);
    expect(Buffer.byteLength(JSON.stringify(topology))).toBeLessThanOrEqual(TOPOLOGY_BYTES_MAX);
  });

  test('with a slip of the pen mended, and named', () => {
    const slipped = changed(([first]) => {
      const ring = fieldOf(0);
      const [x, y] = ring[30] ?? [0, 0];
      ring.splice(30, 0, [x + 0.0006, y], [x, y + 0.0006], [x + 0.0006, y + 0.0006]);
      if (first) first.geometry.coordinates = [ring];
    });
    expect(taken(slipped).facts.mended).toEqual(['26122']);
  });

  test('takes the code from where files say it: a property of several names, or the id', () => {
    const named = changed((features) => {
      features.forEach((each, at) => {
        each.properties = at === 0 ? { MA_XA: CODES[0], ma: 'x' } : {};
        if (at > 0) each.id = Number(CODES[at]);
      });
    });
    expect(taken(named).codes).toEqual(CODES);
  });
});

describe('a file is refused', () => {
  const bowTie = [
    [106.8, 10.8],
    [106.9, 10.9],
    [106.9, 10.8],
    [106.8, 10.88],
    [106.8, 10.8],
  ];
  const first = (change: (feature: Feature) => void) => changed(([one]) => one && change(one));

  test.each([
    ['that is no JSON', '<kml></kml>', 'not-geojson'],
    ['that is one area and no collection', JSON.stringify({ type: 'Feature' }), 'not-geojson'],
    [
      'with lines that are no areas',
      first((each) => Object.assign(each.geometry, { type: 'LineString' })),
      'not-areas',
    ],
    [
      'with a line that does not close',
      first(({ geometry }) => Object.assign(geometry, { coordinates: [fieldOf(0).slice(1)] })),
      'not-areas',
    ],
    [
      'with words for degrees',
      first(({ geometry }) => Object.assign(geometry, { coordinates: [fieldOf(0).map(String)] })),
      'not-areas',
    ],
    ['without a code', first((each) => Object.assign(each, { properties: { name: 'Long Hưng' } })), 'without-codes'],
    [
      'in another system, as it says',
      changed((_, file) => Object.assign(file, { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3405' } } })),
      'not-wgs84',
    ],
    [
      'in metres',
      first(({ geometry }) =>
        Object.assign(geometry, { coordinates: [fieldOf(0).map(([x, y]) => [x * 1e4, y * 1e5])] }),
      ),
      'outside-vietnam',
    ],
    [
      'with latitude first',
      first(({ geometry }) => Object.assign(geometry, { coordinates: [fieldOf(0).map(([x, y]) => [y, x])] })),
      'outside-vietnam',
    ],
    [
      'whose line crosses itself over half of its commune',
      first(({ geometry }) => Object.assign(geometry, { coordinates: [bowTie] })),
      'crosses-itself',
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  test('with more positions than there may be, before anything is made of them', () => {
    const started = performance.now();
    expect(problemOf('['.repeat(POSITIONS_MAX + 1))).toBe('too-many-positions');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

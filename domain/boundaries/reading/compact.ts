import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature, neighbors, quantize } from 'topojson-client';
import { topology as topologyOf } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon as MultiPolygonOfArcs, Topology } from 'topojson-specification';
import { ok, problem, type Result } from '@/domain/result';
import { type BoundaryTopology, type ReadingProblem, TOPOLOGY_BYTES_MAX } from '../boundaries';
import type { CommuneAreas } from './geojson';
import { type Area, rewound, sizeOf } from './ring';

/** Neighbours share a line where theirs lie within the same cell: two metres or so across Đồng Nai. */
const SNAPPED = 1e5;
/** Cells across what is kept, some ten metres each. */
const KEPT = 1e4;
/** Shares of the positions that are kept, the finest first. */
const SHARES = [1, 0.6, 0.4, 0.3, 0.22, 0.16, 0.12, 0.09, 0.065, 0.045, 0.03, 0.02, 0.014, 0.01];
/** A commune may lose or gain so much of its size by being drawn with fewer positions. */
const SIZE_APART = 0.2;
/** Islands and holes smaller than this share of their commune are left out. */
const SPECK = 0.002;

type Compacted = { topology: BoundaryTopology; positionsKept: number };

/** The communes as one small topology, thinned out so that neighbours keep sharing the line between them. */
export function compact(communes: readonly CommuneAreas[]): Result<Compacted, ReadingProblem> {
  const shapes = communes.map(({ code, areas }) => ({ code, areas: withoutSpecks(areas).map(rewound) }));
  const weighed = presimplify(together(shapes));
  for (const share of SHARES) {
    const least = share === 1 ? 0 : quantile(weighed, share);
    const topology = quantize(simplify(weighed, least), KEPT) as BoundaryTopology;
    if (Buffer.byteLength(JSON.stringify(topology)) > TOPOLOGY_BYTES_MAX) continue;
    const lost = shapes.filter(({ code, areas }) => !keepsItsSize(sizeOf(areas), sizeOf(areasIn(topology, code))));
    if (lost.length > 0) return problem('lost-shape', { codes: lost.map(({ code }) => code).join(', ') });
    return ok({ topology, positionsKept: topology.arcs.reduce((sum, arc) => sum + arc.length, 0) });
  }
  return problem('too-many-positions');
}

const keepsItsSize = (before: number, after: number) => Math.abs(after - before) <= before * SIZE_APART;

function together(shapes: readonly CommuneAreas[]): Topology<{ communes: GeometryCollection }> {
  const communes: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: shapes.map(({ code, areas }) => ({
      type: 'Feature',
      id: code,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: areas },
    })),
  };
  return topologyOf({ communes }, SNAPPED) as unknown as Topology<{ communes: GeometryCollection }>;
}

/** The largest area of a commune is never left out, however small it is. */
function withoutSpecks(areas: readonly Area[]): Area[] {
  const least = sizeOf(areas) * SPECK;
  const largest = Math.max(...areas.map((area) => sizeOf([area])));
  return areas
    .filter((area) => sizeOf([area]) >= Math.min(least, largest))
    .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => sizeOf([[hole]]) >= least)]);
}

/** The areas of a commune as the topology has them. */
function areasIn(topology: BoundaryTopology, code: string): Area[] {
  const found = topology.objects.communes.geometries.find(({ id }) => id === code);
  return found ? (feature(topology, found as MultiPolygonOfArcs).geometry.coordinates as Area[]) : [];
}

/** Pairs of codes that share a line, as "code code" with the smaller one first. */
export function bordersIn(topology: BoundaryTopology): Set<string> {
  const { geometries } = topology.objects.communes;
  const beside = neighbors(geometries);
  const code = (at: number) => String(geometries[at]?.id ?? '');
  return new Set(beside.flatMap((others, at) => others.map((other) => [code(at), code(other)].sort().join(' '))));
}

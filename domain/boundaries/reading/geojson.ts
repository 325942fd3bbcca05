import { z } from 'zod';
import { ok, problem, type Result } from '@/domain/result';
import { AREAS_MAX, POSITIONS_MAX, type ReadingProblem } from '../boundaries';
import type { Area, Position, Ring } from './ring';

/** A commune as a file has it. */
export type CommuneAreas = { code: string; areas: Area[] };

const featureSchema = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown().optional() }).nullable(),
});
const fileSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.unknown().optional(),
  features: z.array(featureSchema).min(1).max(AREAS_MAX),
});
type Feature = z.output<typeof featureSchema>;

/** Viet Nam with its sea, in degrees: what lies outside is in metres, or turned round. */
const BOX = { west: 102, east: 118, south: 6, north: 24 };
/** Where files say the official code. */
const CODE_NAMES = ['code', 'ma', 'ma_xa', 'maxa', 'gso_code', 'ward_code', 'id'];
const CODE = /^\d{5}$/;

/** The communes of a GeoJSON file, each with its code and its areas; what is none of that is refused. */
export function readGeojson(text: string): Result<CommuneAreas[], ReadingProblem> {
  // each position opens a bracket: counted before anything is made of them
  if (countOf(text, '[') > POSITIONS_MAX) return problem('too-many-positions');
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) return problem('not-geojson');
  const { crs, features } = parsed.data;
  if (crs != null && !/CRS84|EPSG:+4326/i.test(JSON.stringify(crs))) return problem('not-wgs84');
  const communes: CommuneAreas[] = [];
  for (const feature of features) {
    const code = codeOf(feature);
    if (!code) return problem('without-codes');
    const areas = areasOf(feature);
    if (!areas) return problem('not-areas', { code });
    if (!areas.flat(2).every(isInside)) return problem('outside-vietnam', { code });
    communes.push({ code, areas });
  }
  return ok(communes);
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1 && count <= POSITIONS_MAX; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf({ id, properties }: Feature): string | null {
  const said = Object.entries(properties ?? {}).filter(([name]) => CODE_NAMES.includes(name.toLowerCase()));
  const values = [...said.map(([, value]) => value), id].map((value) => String(value).trim());
  return values.find((value) => CODE.test(value)) ?? null;
}

/** The areas of a feature; null where it is none, or its rings are not closed lines. */
function areasOf({ geometry }: Feature): Area[] | null {
  if (geometry === null) return null;
  const { type, coordinates } = geometry;
  const areas = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(areas) || areas.length === 0) return null;
  const read = areas.map((area) => (Array.isArray(area) && area.length > 0 ? area.map(ringOf) : [null]));
  return read.flat().every((ring) => ring !== null) ? (read as Area[]) : null;
}

function ringOf(value: unknown): Ring | null {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return null;
  const ring = value.map(([x, y]): Position => [x, y]);
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && first[0] === last[0] && first[1] === last[1] ? ring : null;
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const isInside = ([x, y]: Position) => x >= BOX.west && x <= BOX.east && y >= BOX.south && y <= BOX.north;

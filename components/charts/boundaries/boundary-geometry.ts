import { geoMercator, geoPath } from 'd3-geo';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import type { BoundaryTopology } from '@/domain/boundaries/boundaries';
import type { Point } from '../map/hexagon';

/** The area of one commune as it is drawn. */
export type DrawnArea = {
  code: string;
  path: string;
  /** the place farthest from its borders, and how far they are: where its name has most room */
  at: Point;
  room: number;
};
export type BoundaryDrawing = { width: number; height: number; areas: DrawnArea[] };

const WIDTH = 800;
const MARGIN = 4;

/** So many drawings are kept: of the edition that is shown, and of one that is looked at before. */
const KEPT = 2;
const drawn = new Map<string, BoundaryDrawing>();

/** Areas as paths of small whole steps: half a pixel is finer than the lines are. Kept by the edition they are of. */
export function drawBoundaries(id: string, topology: BoundaryTopology): BoundaryDrawing {
  const known = drawn.get(id);
  if (known) return known;
  const drawing = draw(topology);
  drawn.set(id, drawing);
  for (const old of [...drawn.keys()].slice(0, -KEPT)) drawn.delete(old);
  return drawing;
}

function draw(topology: BoundaryTopology): BoundaryDrawing {
  const all = feature(topology, topology.objects.communes);
  const projection = geoMercator()
    .precision(0)
    .fitWidth(WIDTH - 2 * MARGIN, all);
  const [x, y] = projection.translate();
  projection.translate([x + MARGIN, y + MARGIN]);
  const bounds = geoPath(projection).bounds(all);
  const areas = all.features.map((one) => {
    const pen = new Pen();
    geoPath(projection, pen as never)(one);
    return { code: String(one.id), path: pen.path, ...labelPlace(pen.rings) };
  });
  return { width: WIDTH, height: Math.ceil(bounds[1][1] + MARGIN), areas };
}

/** Writes lines as steps from where it stands, in whole units; a step that leads nowhere is left out. */
class Pen {
  path = '';
  readonly rings: [number, number][][] = [];
  private at: [number, number] = [0, 0];

  moveTo(x: number, y: number) {
    this.at = [Math.round(x), Math.round(y)];
    this.rings.push([this.at]);
    this.path += `M${this.at.join(' ')}l`;
  }

  lineTo(x: number, y: number) {
    const [stepX, stepY] = [Math.round(x) - this.at[0], Math.round(y) - this.at[1]];
    if (stepX === 0 && stepY === 0) return;
    this.at = [this.at[0] + stepX, this.at[1] + stepY];
    this.rings.at(-1)?.push(this.at);
    this.path += `${/\d$/.test(this.path) && stepX >= 0 ? ' ' : ''}${stepX}${stepY < 0 ? '' : ' '}${stepY}`;
  }

  closePath() {
    this.path += 'z';
  }

  /** areas alone are drawn */
  arc() {}
}

/** Where in the largest of its rings a name has most room. */
function labelPlace(rings: [number, number][][]): { at: Point; room: number } {
  const widths = rings.map((ring) => Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x)));
  const largest = rings[widths.indexOf(Math.max(...widths))];
  if (!largest || largest.length < 3) return { at: { x: 0, y: 0 }, room: 0 };
  const place = polylabel([largest], 1);
  const [x = 0, y = 0] = place;
  return { at: { x: Math.round(x), y: Math.round(y) }, room: Math.round(place.distance) };
}

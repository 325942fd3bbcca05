import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Maps are large: so many of the last ones asked for are held. */
const KEPT = 8;
const FRAME = /((?:file:\/\/)?\/[^():]+\.js):(\d+):(\d+)/;

const maps = new Map<string, SourceMap | null>();

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    // compiled without one, or by somebody else
  }
  const [oldest] = maps.keys();
  if (maps.size >= KEPT && oldest !== undefined) maps.delete(oldest);
  maps.set(file, map);
  return map;
}

/**
 * A stack with the places of the sources in it, as far as their maps lie beside what runs. They are read when something has gone
 * wrong: read at the start, those of all pages cost half a second.
 */
export function atSources(stack: string): string {
  const lines = stack.split('\n');
  return lines
    .map((line) =>
      line.replace(FRAME, (place: string, url: string, row: string, column: string) => {
        const file = url.startsWith('file:') ? fileURLToPath(url) : url;
        const found = mapOf(file)?.findEntry(Number(row) - 1, Number(column) - 1);
        if (!found || !('originalSource' in found) || !found.originalSource) return place;
        return `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`;
      }),
    )
    .join('\n');
}

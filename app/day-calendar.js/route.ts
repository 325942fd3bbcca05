import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/domain/ground/env';
import { calendarText } from '@/scripts/product/day-calendar.mjs';

/** The script is made with the portal, and asked for anew by its name, which does not change with it. */
export const dynamic = 'force-static';

/** As the build has put it together, which it does when Next is done. */
const BUILT = join(process.cwd(), '.server', 'workers', 'day-calendar.js');
const isBuilt = () => env.NODE_ENV === 'production' && existsSync(BUILT);

/** The calendar of a day for public pages. */
export async function GET() {
  const text = isBuilt() ? await readFile(BUILT, 'utf8') : await calendarText();
  return new Response(text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  });
}

import { build } from 'esbuild';

/** The script is made with the portal, and asked for anew by its name, which does not change with it. */
export const dynamic = 'force-static';

/** The oldest browser of public pages (README) that knows dialogs: older Firefoxes and Safaris never ask for this. */
const FLOOR = 'chrome80';

/** The calendar of a day for public pages, which have no React: the same as in the signed-in area, by itself. */
export async function GET() {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { openCalendar } from './components/ui/days/day-calendar'; window.openCalendar = openCalendar;",
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target: FLOOR,
    write: false,
  });
  return new Response(outputFiles[0]?.text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest browser of public pages (README) that knows dialogs: older Firefoxes and Safaris never ask for this. */
const FLOOR = 'chrome80';

const SHEETS = ['styles/theme.css', 'days/day-calendar.css'].map((name) => join(process.cwd(), 'components/ui', name));

/**
 * How the calendar looks, rule by rule: sheets of public pages leave it out, for it is seen after a script has come. Most colours
 * have no names there (`publicAlone` in postcss.config.mjs), so they are said here.
 */
async function calendarRules() {
  const { transform } = await import('esbuild');
  const [theme = '', calendar = ''] = SHEETS.map((sheet) => readFileSync(sheet, 'utf8'));
  const named = new Map([...theme.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  const said = calendar
    .replace(/@layer components \{([\s\S]*)\}/, '$1')
    .replace(/var\((--[\w-]+)\)/g, (_, name) => `var(${name}, ${named.get(name)})`);
  const { code } = await transform(said, { loader: 'css', target: FLOOR, minify: true });
  return code.match(/[^{}]+\{[^{}]*\}/g) ?? [];
}

/** The text of the calendar of a day for public pages, which have no React: the same as in the signed-in area, by itself. */
export async function calendarText() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { openCalendar } from './components/ui/days/day-calendar';
        const [sheet] = document.styleSheets;
        for (const rule of ${JSON.stringify(await calendarRules())})
          try { sheet.insertRule(rule, sheet.cssRules.length); } catch {} // as in a sheet: what a browser does not know it leaves out
        window.openCalendar = openCalendar;`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    target: FLOOR,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

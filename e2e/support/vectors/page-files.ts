import { readdirSync } from 'node:fs';
import { resolveAddress } from '../../../i18n/routes';

/** Files that answer without anything in them that somebody wrote, or that a test of their own looks at: each with its reason. */
const UNWALKED: [file: RegExp, why: string][] = [
  [
    /\/(enrol|feedback|practice|remind|series)\/(edit\/)?page|\/units\/new\//,
    'a form that begins from a page that is read',
  ],
  [/\/by-(number|code)\//, 'leads on to a page that is walked'],
  [/\/\[\.\.\.unknown]\/|\/missing\//, 'says that there is no such page'],
  [
    /\/(picture\.file|materials|media|sounds)\/|\/preview\/\[slug]\/\[picture]\//,
    'bytes of a picture, a sound or a file',
  ],
  [/\/(coverage|indicator)\.(csv|png|svg)\/|\/figure-card\.png\//, 'figures of communes, whose names nobody types'],
  [
    /\/coverage\/(asked|boundaries|export|remind|train|\[communeId])|\/indicators\//,
    'figures of communes, whose names nobody types',
  ],
  [/\/(worker\/\[path]|reader|day-calendar\.js)\/route/, 'a script of the portal'],
  [/^app\/api\/(?!v1|units)[^/]+\/(?!(cards|pages|pictures)\/)/, 'a device says something and is answered in JSON'],
  [
    /\/api\/(auth|enrolments|invitation|member-cards|passkeys|password-resets|reports|second-step|subscriptions|tickets|topic-waits|uploads)\/(\[uploadId]\/)?route/,
    'sent to, not read',
  ],
  [
    /\/(ticket|calendar|new-password)\/\[slug]|\/invitation\/\[token]|\/second-step\/page|\[locale]\/\(live\)\/member-card\//,
    'the way in is a secret that she alone is told',
  ],
  [/\/courses\/(materials|pictures)\//, 'shows what the page of a course shows, which is read'],
  [/\/pictures\/\[pictureId]\/faces\//, 'shows the picture of a course and who is in it, as pages that are read do'],
  [/\/practices\/\[modelId]\//, 'shows what the page of the practice at work shows, which is read'],
  [/\/\[householdId]\/|\/\[batchId]\/|\/change\/|\/series\/preview\//, 'the second step of a form whose first is read'],
  [
    /\/\[(roundId|sessionId|code)]\/.*export\/route|\/reach\/export\/|\/(certificates|member-cards?)\/print\//,
    'made by what makes the sheets and papers that are read',
  ],
  [
    /\/reports\/template\/file\/|\/preview\/card\/\[shape]\//,
    'a file that the portal draws from a page that is walked',
  ],
];

export const isUnwalked = (file: string) => UNWALKED.some(([pattern]) => pattern.test(file));

/** Reasons for which no file is left. */
export const reasonsOfNone = (files: readonly string[]) =>
  UNWALKED.filter(([pattern]) => !files.some((file) => pattern.test(file))).map(([, why]) => why);

export const isPage = (file: string) => file.endsWith('page.tsx');

/** What answers addresses, as files of `app`. */
export const pageFiles = (): string[] =>
  readdirSync('app', { recursive: true })
    .map((file) => `app/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => /\/(page\.tsx|route\.tsx?)$/.test(file))
    .sort();

/** The path of a file: what stands in brackets is filled by an address. */
export const placeOf = (file: string) => file.replace(/^app|\/\([^/]*\)|\/(page|route)\.tsx?$/g, '') || '/';

/** How much of an address a file leaves open: of two that fit, the one that leaves less answers. */
const openness = (file: string) => (file.match(/\[\.\.\./g) ?? []).length * 100 + (file.match(/\[/g) ?? []).length;

const patternOf = (file: string) => {
  const filled = placeOf(file)
    .replace(/\/\[\[\.\.\.[^/]*]]/g, '(/.+)?')
    .replace(/\[\.\.\.[^/]*]/g, '.+')
    .replace(/\[[^/]*?]/g, '[^/]+');
  return new RegExp(`^${filled}$`);
};

/** The file that answers an address as readers know it. */
export function fileOf(address: string, files: readonly string[]): string | undefined {
  const { pathname, searchParams } = new URL(address, 'http://portal.invalid');
  const inside = resolveAddress(pathname, searchParams)?.internal ?? pathname;
  return files.filter((file) => patternOf(file).test(inside)).sort((one, other) => openness(one) - openness(other))[0];
}

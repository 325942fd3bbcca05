import { existsSync, lstatSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainProblem, thrown } from '../ground/problem.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { RELEASE_FILE, ROOT, replace } from '../ground/settings.mjs';
import { startServer } from '../portal/server.mjs';

/** @import { Settings } from '../ground/settings.mjs' */
/** @import { How } from '../portal/server.mjs' */

/**
 * What is asked of a portal at work: the release in a folder, or the one before. Without either it begins anew what it was started from.
 * @typedef {{ id: string, to?: string | undefined, back?: boolean | undefined }} Asked
 * @typedef {{ now: string, before?: string | undefined }} Releases
 */

/** @param {string} dataDir */
export const askedFile = (dataDir) => join(dataDir, 'roll-asked');
/** @param {string} dataDir */
export const answerFile = (dataDir) => join(dataDir, 'roll-answer');
/**
 * Which release is at work, and which was before it: the way back.
 * @param {string} dataDir
 */
const releasesFile = (dataDir) => join(dataDir, 'releases');

/**
 * @param {string} dataDir
 * @returns {Partial<Releases>}
 */
function readReleases(dataDir) {
  try {
    return JSON.parse(readFileSync(releasesFile(dataDir), 'utf8'));
  } catch {
    return {};
  }
}

/** The link through which this command was started, if it was: it leads to the release of the next start. */
export function linkOfStart() {
  const started = dirname(process.argv[1] ?? ROOT);
  const folder = basename(started) === 'scripts' ? dirname(started) : started;
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ? folder : undefined;
}

/**
 * The server of a portal, and how another takes its place while everybody is answered: it is begun beside, on the same socket, and the former
 * one leaves once it has answered what it was asked.
 */
export class Rolling {
  /** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
  #server;
  #rolling = false;
  #folder = ROOT;

  /**
   * @param {Settings} settings
   * @param {{ env: NodeJS.ProcessEnv, ownerUrl: string, how: How }} parts `ownerUrl`: the database as whoever may change its tables
   */
  constructor(settings, { env, ownerUrl, how }) {
    this.settings = settings;
    this.env = env;
    this.ownerUrl = ownerUrl;
    this.how = how;
  }

  async start() {
    this.#server = await startServer(this.settings, this.env, { ...this.how, folder: this.#folder });
    this.#note(this.#folder);
  }

  /** While another is begun, that one is waited for. */
  isAlive = () => this.#rolling || this.#server?.isAlive() === true;

  /**
   * Has another server take the place of this one, which goes on where that does not come up. Returns the folder it runs from, and the link of
   * the start.
   * @param {Asked} asked
   */
  async roll({ to, back }) {
    if (this.#rolling) throw new PlainProblem('Another one is being begun already.');
    this.#rolling = true;
    try {
      const folder = this.#folderOf(to, back);
      if (folder !== this.#folder) await this.#makeReady(folder);
      const former = this.#server;
      this.#server = await startServer(this.settings, this.env, { ...this.how, folder, relieves: true });
      this.#folder = folder;
      this.#note(folder);
      void former?.relieve();
      return { folder, link: linkOfStart() };
    } finally {
      this.#rolling = false;
    }
  }

  /**
   * @param {string | undefined} to
   * @param {boolean | undefined} back
   */
  #folderOf(to, back) {
    const link = linkOfStart();
    const { before } = readReleases(this.settings.dataDir);
    if (back && !before) throw new PlainProblem('No release was at work here before this one.');
    const named = back ? before : (to ?? link);
    if (!named) return this.#folder;
    const folder = existsSync(named) ? realpathSync(named) : named;
    if (folder !== ROOT && !existsSync(join(folder, RELEASE_FILE)))
      throw new PlainProblem(`${named} holds no finished build: make one by \`npm run build\`.`);
    return folder;
  }

  /**
   * Brings the tables to what another release needs, by its own hand: it adds to them beside this one, and refuses what this one could not live with.
   * @param {string} folder
   */
  async #makeReady(folder) {
    const env = { ...process.env, DATABASE_URL: this.ownerUrl, DATA_DIR: this.settings.dataDir };
    const program = join(folder, 'scripts', 'release', 'tables.mjs');
    await runOrFail('The tables could not be made ready; the portal goes on as it was.', process.execPath, [program], {
      cwd: folder,
      env,
    });
  }

  /** @param {string} folder */
  #note(folder) {
    const { dataDir } = this.settings;
    const { now, before } = readReleases(dataDir);
    replace(releasesFile(dataDir), JSON.stringify({ now: folder, before: now && now !== folder ? now : before }));
  }
}

/**
 * Has the next start begin with this release as well. Returns what is left to do by hand where the link may not be moved: the release is at work
 * all the same.
 * @param {string} link
 * @param {string} folder
 */
export function lead(link, folder) {
  const beside = `${link}.new`;
  try {
    rmSync(beside, { force: true });
    symlinkSync(folder, beside);
    renameSync(beside, link);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return `The link ${link} could not be moved (${code}), and the next start begins with the release to which it leads. Move it: ln -sfn ${folder} ${link}`;
  }
}

/**
 * What is asked, once: the file goes with it. Undefined where nobody asks, or in no words of ours.
 * @param {string} dataDir
 * @returns {Asked | undefined}
 */
function takeAsked(dataDir) {
  const taken = `${askedFile(dataDir)}.taken`;
  try {
    renameSync(askedFile(dataDir), taken);
    const asked = JSON.parse(readFileSync(taken, 'utf8'));
    return typeof asked?.id === 'string' ? asked : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(taken, { force: true });
  }
}

/**
 * Does what is asked of a portal at work, and writes the answer. A signal that nobody of ours has sent asks nothing.
 * @param {string} dataDir
 * @param {Rolling | undefined} server none while it is not up yet, or is being stopped
 */
export async function answerRoll(dataDir, server) {
  const asked = takeAsked(dataDir);
  if (!asked) return;
  const answer = (/** @type {object} */ said) =>
    replace(answerFile(dataDir), JSON.stringify({ id: asked.id, ...said }));
  try {
    if (!server) throw new PlainProblem('No server is at work that could be relieved.');
    answer(await server.roll(asked));
  } catch (error) {
    answer({ problem: thrown(error).message, output: error instanceof PlainProblem ? error.output : '' });
  }
}

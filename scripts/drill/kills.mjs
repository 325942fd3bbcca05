import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { writeAndKill } from './killed.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Size } from './main.mjs' */

const dataDir = join(ROOT, '.test', 'kills');

/**
 * Has portal and database killed in turns while writes are acknowledged, and tells whether all of them are there, once each; then the same
 * with a database that acknowledges too early. Returns whether both held.
 * @param {Size} size
 * @param {Display} display
 */
export async function drillKills({ writes, kills }, display) {
  /** @param {string} title @param {string[]} told */
  const tried = async (title, told) => {
    /** @type {Awaited<ReturnType<typeof writeAndKill>> | undefined} */
    let found;
    await display.step(title, async (progress) => {
      found = await writeAndKill({ dataDir, writes, kills, told, progress });
    });
    if (!found) throw new Error('nothing was tried');
    return found;
  };
  const well = await tried('Killed while it writes', []);
  const early = await tried('The same with synchronous_commit=off', ['synchronous_commit=off']);
  const held = well.lost === 0 && well.doubled === 0 && well.trail === 0 && well.wrong === 0 && early.lost > 0;
  display.line(`
${kills} times kill -9 of portal, database, or both, in ${well.seconds.toFixed(0)} s: of ${well.acknowledged} acknowledged writes ${well.lost} were lost and ${well.doubled} are there twice;
the trail has ${well.trail === 0 ? 'one entry for each' : `${well.trail} entries too many or too few`}, and is ${well.wrong === 0 ? 'whole' : 'NOT whole'}.
With synchronous_commit=off the same finds ${early.lost} of ${early.acknowledged} lost${early.lost > 0 ? ', as it must' : ': it would not have found any'}.
${held ? 'Everything held.' : 'Something did NOT hold.'}`);
  return held;
}

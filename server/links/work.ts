import 'server-only';
import { env } from '@/domain/ground/env';
import { collectLinks } from '@/domain/links/collect-commands';
import { leaveOutside, lookAtOwn, lookOutside } from '@/domain/links/look-commands';
import { collectMaterials } from '@/domain/links/material-commands';
import { askLink } from './ask';
import { ownPageOf } from './own-pages';

/** Notes where public texts and materials of courses lead to, and looks whether that is there: outside only where the surroundings say that it may. */
export async function lookAtLinks(mayGoOn: () => Promise<boolean>): Promise<number> {
  await collectLinks(mayGoOn, env.PORTAL_URL);
  await collectMaterials(mayGoOn, env.PORTAL_URL);
  const own = await lookAtOwn(mayGoOn, ownPageOf);
  if (env.LINK_CHECK === 'on') return own + (await lookOutside(mayGoOn, (address, added) => askLink(address, added)));
  await leaveOutside();
  return own;
}

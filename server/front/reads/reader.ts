import type { IncomingHttpHeaders } from 'node:http';
import { carriesSession } from '../../entrance/known';

/** Browsers call themselves so, also inside Zalo and Facebook. */
const BROWSER = /^(?:Mozilla|Opera)\//;
/** Programs that do so too: they index, look ahead for a link that was sent, measure, or test. */
const PROGRAM =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|externalhit|archiver|headless|lighthouse|pagespeed|monitor|uptime|validator|scrap|inspect|phantom|feed/i;
/** Fetched in case that it will be read. */
const AHEAD = /prefetch|prerender|preview/i;

/** Is it somebody who reads, as far as a request says? Only a browser's name and its purpose are looked at, and neither is kept. */
export const isReader = (agent: string | undefined, purpose: string | undefined): boolean =>
  agent !== undefined && BROWSER.test(agent) && !PROGRAM.test(agent) && !(purpose && AHEAD.test(purpose));

/** The same of a request that Node has read: and not somebody who works here. */
export const readsItself = (headers: IncomingHttpHeaders): boolean =>
  !carriesSession(headers.cookie ?? '') && isReader(headers['user-agent'], purposeOf(headers));

const purposeOf = (headers: IncomingHttpHeaders) => String(headers['sec-purpose'] ?? headers.purpose ?? '');

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (content: string | Buffer, form: 'base64' | 'hex') => createHash('sha256').update(content).digest(form);

/**
 * The words said in the page before anything is painted: that scripts run, and the size of text chosen on this
 * device. The policy of public pages knows them by their hash and lets no others run.
 */
export const FIRST_WORDS =
  "(function(p){p.className+=' scripted';if(navigator.share)p.className+=' shares';" +
  "try{var s=localStorage.getItem('text-size');if(s==='large'||s==='larger')p.dataset.text=s}catch(e){}})(document.documentElement)";

export const FIRST_WORDS_SOURCE = `'sha256-${sha256(FIRST_WORDS, 'base64')}'`;

/** `public/portal.js` under a name that changes with it, so that browsers keep it and need not ask again. */
export const PORTAL_SCRIPT = `/portal.${sha256(readFileSync(join(process.cwd(), 'public/portal.js')), 'hex').slice(0, 12)}.js`;

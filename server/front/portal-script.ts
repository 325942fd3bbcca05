import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (content: string | Buffer, form: 'base64' | 'hex') => createHash('sha256').update(content).digest(form);

/**
 * The words said in the page before anything is painted or loaded: that scripts run, which size of text and which way of loading pictures
 * this device holds. The policy of public pages knows them by their hash.
 */
export const FIRST_WORDS =
  "(function(d,n,s){d.className+=' scripted'+(n.share?' shares':'');" +
  "try{s=localStorage;if(/^(larger?|half|double)$/.test(s['text-size']))d.dataset.text=s['text-size'];s=s.pictures}catch(e){}" +
  "if(s==='asked'||!s&&(n.connection||0).saveData)d.dataset.pictures='asked';" +
  // the picture at the head of the page comes along with the sheet, for which it would wait otherwise
  "else if(s=d.querySelector('[rel=lead]'))s.rel='preload'})(document.documentElement,navigator)";

export const FIRST_WORDS_SOURCE = `'sha256-${sha256(FIRST_WORDS, 'base64')}'`;

/** `public/portal.js` under a name that changes with it, so that browsers keep it and need not ask again. */
export const PORTAL_SCRIPT = `/portal.${sha256(readFileSync(join(process.cwd(), 'public/portal.js')), 'hex').slice(0, 12)}.js`;

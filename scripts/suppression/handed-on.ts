import type { Viewer } from '@/domain/access/viewer';
import { findDigest } from '@/domain/digest/digest-queries';
import { digestWords } from '@/i18n/digest-words';
import { signIn } from '../compare/signed-in';
import { query } from '../database/database.mjs';
import { languages } from './addresses';
import { type PageWords, strangersOn } from './pages';

/** Counts of persons that were found, and in how many texts they were looked for. */
type Found = { texts: number; strangers: string[] };
type Words = Record<(typeof languages)[number], PageWords>;

/** So many months, quarters and years back the half page is read. */
const PERIODS = 16;
/** So many units below a commune are asked for their week, from all over the city. */
const UNITS = 60;
const PATIENCE_MS = 60_000;

/**
 * What leaves the signed-in area: the three lines of a week of each place, in both languages, and half a page of the city, as its official
 * has it where the password of the demonstration is said.
 */
export async function readHandedOn(portal: string, words: Words, password = ''): Promise<Found> {
  const weeks = await readWeeks(words);
  const halves = password ? await readHalfPages(portal, words.vi, password) : { texts: 0, strangers: [] };
  return { texts: weeks.texts + halves.texts, strangers: [...weeks.strangers, ...halves.strangers] };
}

type Placed = { unitId: string; path: string; role: 'province_official' | 'commune_official' | 'sub_association_head' };

const databaseAddress = () => process.env.DATABASE_URL ?? '';

/** The city, each commune, and units from all over it, as those see them who answer for them. */
const readPlaces = (): Promise<Placed[]> =>
  query(
    databaseAddress(),
    `SELECT unit_id::text AS "unitId", path, CASE level WHEN 'province' THEN 'province_official' WHEN 'commune' THEN 'commune_official' ELSE 'sub_association_head' END AS role
     FROM (SELECT s.*, row_number() OVER (PARTITION BY s.level IN ('province', 'commune') ORDER BY md5(s.unit_id::text)) AS at
       FROM unit_span s WHERE s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())) s
     WHERE level IN ('province', 'commune') OR at <= $1 ORDER BY path`,
    [UNITS],
  );

async function readWeeks(words: Words): Promise<Found> {
  const found: Found = { texts: 0, strangers: [] };
  for (const placed of await readPlaces()) {
    const facts = await findDigest(answering(placed), placed);
    for (const language of languages) {
      const { subject, lines } = digestWords(language, facts);
      const told = strangersOn([subject, ...lines.flat()].join('\n'), words[language]);
      found.texts += 1;
      found.strangers.push(...told.map((said) => `the week of ${placed.path} (${language}): ${said}`));
    }
  }
  return found;
}

/** Somebody who answers for a place, and is nobody's account. */
const answering = (placed: Placed): Viewer => ({
  accountId: '00000000-0000-7000-8000-000000000000',
  personId: null,
  displayName: '',
  locale: 'vi',
  grants: [placed],
});

async function readHalfPages(portal: string, words: PageWords, password: string): Promise<Found> {
  const cookie = await signIn(portal, 'province@demo.invalid', password);
  const periods: { id: string }[] = await query(
    databaseAddress(),
    'SELECT id::text FROM reporting_period WHERE starts_on <= app.today() ORDER BY ends_on DESC LIMIT $1',
    [PERIODS],
  );
  const found: Found = { texts: 0, strangers: [] };
  for (const { id } of periods) {
    const path = `/admin/reports/summary?period=${id}`;
    const answer = await fetch(portal + path, { headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) });
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(await answer.text()) ?? [];
    // its figures are still being counted
    if (answer.ok && !main.includes('half-page')) continue;
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
    found.texts += 1;
    found.strangers.push(...strangersOn(`<!DOCTYPE html>${main}`, words).map((said) => `${path}: ${said}`));
  }
  if (found.texts === 0) throw new Error('no half page of any period was told.');
  return found;
}

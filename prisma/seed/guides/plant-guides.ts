import type { Client } from 'pg';
import { defaultMarkdownParser } from 'prosemirror-markdown';
import type { Day } from '@/domain/days/day';
import { rowsOf } from '@/domain/guides/guide';
import { seedId } from '../chance';
import { insertRows, run } from '../work';
import { guideTextOf } from './guide-text';
import { guides } from './guides';

const LOCALES = ['vi', 'en'] as const;
/** When we last made sure that they are true, and when an editor is asked to look again. */
const REVIEWED_ON: Day = '2026-11-02';
const REVIEW_ON: Day = '2027-05-02';

const ofText = (kind: string, n: number, locale: 'vi' | 'en') =>
  seedId(`guide ${kind}`, n * 2 + LOCALES.indexOf(locale));

/**
 * The first guides, true of every portal: laid down once, public at the instant `at`, written by nobody's account. Where there ever was
 * a guide nothing is written. Returns how many.
 */
export async function plantGuides(client: Client, at: string): Promise<number> {
  if ((await client.query(`SELECT FROM article WHERE kind = 'guide' LIMIT 1`)).rowCount) return 0;
  await writeArticles(client, at);
  for (const locale of LOCALES) await writeTexts(client, locale);
  // Once the steps stand the edition is approved, and nothing of it changes any more.
  await run(client, `UPDATE edition SET state = 'approved' WHERE id = ANY ($1)`, [
    guides.map((_, n) => seedId('guide edition', n)),
  ]);
  await publish(client, at);
  await run(
    client,
    `INSERT INTO article_topic (article_id, skill_id) SELECT t.article_id, k.id FROM jsonb_to_recordset($1) AS t (article_id uuid, code text) JOIN skill k USING (code)`,
    [
      JSON.stringify(
        guides.flatMap(({ topicCodes }, n) => topicCodes.map((code) => ({ article_id: seedId('guide', n), code }))),
      ),
    ],
  );
  await client.query('SELECT app.refresh_published_words($1)', [
    guides.flatMap((_, n) => LOCALES.map((locale) => ofText('publication', n, locale))),
  ]);
  return guides.length;
}

async function writeArticles(client: Client, at: string): Promise<void> {
  const [province] = (await client.query(`SELECT id FROM unit WHERE level = 'province' LIMIT 1`)).rows;
  await insertRows(
    client,
    'article',
    guides.map((_, n) => ({
      id: seedId('guide', n),
      kind: 'guide',
      unit_id: province.id,
      reviewed_on: REVIEWED_ON,
      review_on: REVIEW_ON,
      demo: false,
      created_at: at,
      version: 1,
    })),
  );
  await insertRows(
    client,
    'article_slug',
    guides.flatMap(({ slugs }, n) =>
      LOCALES.map((locale) => ({
        id: ofText('slug', n, locale),
        article_id: seedId('guide', n),
        locale,
        slug: slugs[locale],
        since_at: at,
      })),
    ),
  );
  await insertRows(
    client,
    'edition',
    guides.map((_, n) => ({
      id: seedId('guide edition', n),
      article_id: seedId('guide', n),
      number: 1,
      state: 'draft',
      created_at: at,
      version: 1,
    })),
  );
}

async function writeTexts(client: Client, locale: 'vi' | 'en'): Promise<void> {
  const texts = guides.map((guide) => guideTextOf(guide, locale));
  await insertRows(
    client,
    'edition_text',
    texts.map(({ title, summary, introduction }, n) => {
      const document = defaultMarkdownParser.parse(introduction);
      const plain = document.textBetween(0, document.content.size, '\n', ' ');
      return {
        id: ofText('text', n, locale),
        edition_id: seedId('guide edition', n),
        locale,
        title,
        summary,
        body: document.toJSON(),
        plain,
        version: 1,
      };
    }),
  );
  await insertRows(
    client,
    'guide_step',
    texts.flatMap((text, n) =>
      rowsOf(text).map((row, at) => ({
        id: seedId(`guide part ${locale} ${n}`, at),
        text_id: ofText('text', n, locale),
        position: at + 1,
        ...row,
      })),
    ),
  );
  const ids = guides.map((_, n) => ofText('text', n, locale));
  await run(
    client,
    'UPDATE edition_text t SET lines = app.lines_of(t.id), parts = app.parts_of(t.id) WHERE t.id = ANY ($1)',
    [ids],
  );
  if (locale === 'en')
    await run(
      client,
      `UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256 FROM edition_text vi
       WHERE vi.edition_id = en.edition_id AND vi.locale = 'vi' AND en.locale = 'en' AND en.id = ANY ($1)`,
      [ids],
    );
}

async function publish(client: Client, at: string): Promise<void> {
  await insertRows(
    client,
    'publication',
    guides.flatMap((_, n) =>
      LOCALES.map((locale) => ({
        id: ofText('publication', n, locale),
        article_id: seedId('guide', n),
        locale,
        text_id: ofText('text', n, locale),
        planned_at: at,
        published_at: at,
        first_at: at,
        for_front: true,
        created_at: at,
        version: 1,
      })),
    ),
  );
}

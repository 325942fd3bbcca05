import { defaultMarkdownParser } from 'prosemirror-markdown';
import { alertRowsOf } from '@/domain/articles/alerts/alert';
import { seedId } from '../chance';
import { accountId } from '../people/accounts';
import { insertRows, run, type Work } from '../work';
import { answerForNames } from './name-answers';
import { nameModels, nameUnits, placeArticles } from './place-articles';
import type { Numbered, SeedArticle, SeedArticleText } from './seed-article';

const LOCALES = ['vi', 'en'] as const;
type Locale = (typeof LOCALES)[number];

const editor = accountId('editor@demo.invalid');
const province = accountId('province@demo.invalid');

/** Real pieces of the campaign, written by the editor, approved by the province, published in both languages. Returns how many. */
export async function publishArticles(work: Work, articles: readonly SeedArticle[]): Promise<number> {
  const numbered = articles.map((article, n) => ({ ...article, n, at: `${article.publishedOn}T07:00:00+07:00` }));
  await writeArticles(work, numbered);
  await writeEditions(work, numbered);
  await writeLines(work, numbered);
  await followTexts(work);
  await decideEditions(work, numbered);
  await answerForNames(work, numbered);
  await publishTexts(work, numbered);
  await work.client.query('SELECT app.refresh_published_words()');
  await placeArticles(work, articles);
  await nameModels(work, articles);
  await nameUnits(work, articles);
  return articles.length;
}

async function writeArticles({ client }: Work, numbered: readonly Numbered[]) {
  await insertRows(
    client,
    'article',
    numbered.map(({ n, kind, communeSlugs, source, at, demo = false }) => ({
      id: seedId('article', n),
      kind,
      unit_id: seedId('unit', 1),
      whole_city: communeSlugs.length === 0,
      source_name: source.name,
      source_url: source.url ?? null,
      demo,
      created_at: at,
      created_by_id: editor,
      version: 1,
    })),
  );
  await insertRows(
    client,
    'article_slug',
    numbered.flatMap(({ n, texts, at }) =>
      LOCALES.map((locale) => ({
        id: ofText('slug', n, locale),
        article_id: seedId('article', n),
        locale,
        slug: texts[locale].slug,
        since_at: at,
      })),
    ),
  );
}

/** One edition each, in both languages. */
async function writeEditions({ client }: Work, numbered: readonly Numbered[]) {
  await insertRows(
    client,
    'edition',
    numbered.map(({ n, at }) => ({
      id: seedId('edition', n),
      article_id: seedId('article', n),
      number: 1,
      state: 'approved',
      created_at: at,
      version: 1,
    })),
  );
  for (const locale of LOCALES) {
    await insertRows(
      client,
      'edition_text',
      numbered.map(({ n, texts }) => ({
        id: ofText('text', n, locale),
        edition_id: seedId('edition', n),
        locale,
        ...wordsOf(texts[locale]),
        version: 1,
      })),
    );
  }
}

/** The lines of an alert, in each language. */
async function writeLines({ client }: Work, numbered: readonly Numbered[]) {
  const rows = numbered.flatMap(({ n, texts }) =>
    LOCALES.flatMap((locale) =>
      (texts[locale].alert ? alertRowsOf(texts[locale].alert) : []).map((row, at) => ({
        id: seedId(`alert line ${locale} ${n}`, at),
        text_id: ofText('text', n, locale),
        position: at + 1,
        ...row,
      })),
    ),
  );
  if (rows.length > 0) await insertRows(client, 'alert_part', rows);
}

/** The English text is a translation of the Vietnamese one, with its lines. */
async function followTexts({ client }: Work) {
  await run(
    client,
    `UPDATE edition_text t SET lines = app.lines_of(t.id), parts = app.parts_of(t.id) WHERE app.lines_of(t.id) IS NOT NULL`,
  );
  await run(
    client,
    `
    UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256
    FROM edition_text vi WHERE vi.edition_id = en.edition_id AND vi.locale = 'vi' AND en.locale = 'en'`,
  );
}

async function decideEditions({ client }: Work, numbered: readonly Numbered[]) {
  await insertRows(
    client,
    'edition_author',
    numbered.map(({ n, at }) => ({ edition_id: seedId('edition', n), account_id: editor, wrote_at: at })),
  );
  await insertRows(
    client,
    'edition_decision',
    numbered.flatMap(({ n, at }) => [
      {
        id: seedId('edition decision', n * 2),
        edition_id: seedId('edition', n),
        kind: 'submitted',
        decided_at: at,
        decided_by_id: editor,
      },
      {
        id: seedId('edition decision', n * 2 + 1),
        edition_id: seedId('edition', n),
        kind: 'approved',
        decided_at: at,
        decided_by_id: province,
      },
    ]),
  );
}

async function publishTexts({ client }: Work, numbered: readonly Numbered[]) {
  await insertRows(
    client,
    'publication',
    numbered.flatMap(({ n, at, until }) =>
      LOCALES.map((locale) => ({
        id: ofText('publication', n, locale),
        article_id: seedId('article', n),
        locale,
        text_id: ofText('text', n, locale),
        planned_at: at,
        planned_end: until ?? null,
        published_at: at,
        first_at: at,
        for_front: true,
        published_by_id: province,
        created_at: at,
        version: 1,
      })),
    ),
  );
}

const ofText = (kind: string, n: number, locale: Locale) => seedId(kind, n * 2 + LOCALES.indexOf(locale));

// The body is a ProseMirror document; beside it its words alone, block by block, for search and for the hash.
function wordsOf({ title, summary, markdown, easyRead, whatChanged }: SeedArticleText) {
  const document = defaultMarkdownParser.parse(markdown.normalize('NFC'));
  const plain = document.textBetween(0, document.content.size, '\n', ' ');
  return {
    title: title.normalize('NFC'),
    summary: summary.normalize('NFC'),
    body: document.toJSON(),
    plain,
    easy_read: easyRead ?? null,
    what_changed: whatChanged?.normalize('NFC') ?? null,
  };
}

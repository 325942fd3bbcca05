import { type APIRequestContext, expect } from '@playwright/test';
import { type Locale, locales } from '../../i18n/locales';
import { hrefTo, type RouteName } from '../../i18n/routes';
import { faultsIn } from '../../test/structured-data';
import { problemsIn, readVocabulary } from '../../test/vocabulary';
import { test } from '../support/test';

/** So many pages of one kind are looked at where there are a hundred alike. */
const OF_A_KIND = 6;

const vocabulary = readVocabulary();

type Said = { path: string; title: string; description: string; h1: string; data: Record<string, unknown>[] };

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a page to machines: in its head, and in its structured data. */
async function saidBy(request: APIRequestContext, path: string): Promise<Said> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const html = await answer.text();
  const one = (pattern: RegExp) => plain(pattern.exec(html)?.[1] ?? '');
  const scripts = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)];
  const data = scripts.map(([, text = '']) => JSON.parse(text));
  for (const each of data) expect(each['@context'], path).toBe('https://schema.org');
  expect(
    scripts.filter(([, text = '']) => text.includes('<')),
    path,
  ).toEqual([]);
  expect(
    [...data.flatMap((each) => faultsIn(each)), ...data.flatMap((each) => problemsIn(vocabulary, each))],
    path,
  ).toEqual([]);
  return {
    path,
    title: one(/<title>([\s\S]*?)<\/title>/),
    description: one(/<meta name="description" content="([^"]*)"/),
    h1: one(/<h1[^>]*>([\s\S]*?)<\/h1>/),
    data,
  };
}

/** All addresses of the sitemap, without their origin. */
async function mapped(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text();
  return [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
}

const below = (paths: string[], locale: Locale, list: RouteName) =>
  paths.filter((path) => path.startsWith(`${hrefTo(locale, list)}/`));
const typed = ({ data }: Said, type: string) => data.filter((each) => each['@type'] === type);

const pictures = new Set<string>();
async function expectPictures(request: APIRequestContext, { path }: Said, images: unknown) {
  expect(Array.isArray(images) && images.length > 0, path).toBe(true);
  for (const image of images as string[]) {
    expect(image, path).toMatch(/^https?:\/\//);
    if (pictures.has(image)) continue;
    const answer = await request.get(new URL(image).pathname);
    expect([answer.status(), answer.headers()['content-type']], image).toEqual([
      200,
      expect.stringMatching(/^image\//),
    ]);
    pictures.add(image);
  }
}

for (const locale of locales) {
  test(`every article (${locale}) says its title, its days, a picture and the places it tells of`, async ({
    request,
  }) => {
    const paths = await mapped(request);
    const articles = [...below(paths, locale, 'news'), ...below(paths, locale, 'stories')];
    expect(articles.length).toBeGreaterThanOrEqual(10);
    const units: unknown[] = [];
    for (const path of articles) {
      const said = await saidBy(request, path);
      const [article = {}, ...more] = typed(said, 'NewsArticle');
      expect(more, path).toEqual([]);
      expect(article, path).toMatchObject({ headline: said.h1, description: said.description, inLanguage: locale });
      for (const day of [article.datePublished, article.dateModified])
        expect(Number.isNaN(Date.parse(String(day))), path).toBe(false);
      for (const place of article.contentLocation as { name: string }[])
        expect(place.name, path).toMatch(/\S, Đồng Nai$/);
      if (/\/long-hung-(opens-first|mo-cau-lac-bo)/.test(path)) units.push(article.about);
      await expectPictures(request, said, article.image);
    }
    // of whom a story tells, at the page of its commune
    const at = expect.stringContaining(hrefTo(locale, 'commune', { slug: 'long-hung' }));
    expect(units).toEqual([{ '@type': 'Organization', name: 'Chi hội Khu phố 5', url: at }]);
  });

  test(`sessions (${locale}) are on the map of the site, named with their day and place, with seats and a picture`, async ({
    request,
  }) => {
    const paths = below(await mapped(request), locale, 'trainings');
    expect(paths.length).toBeGreaterThan(OF_A_KIND);
    for (const path of paths.slice(-OF_A_KIND)) {
      const said = await saidBy(request, path);
      const [event] = typed(said, 'Event') as [Record<string, string & { address: { addressLocality: string } }>];
      expect(event, path).toMatchObject({ offers: { '@type': 'Offer', availability: /\/(InStock|SoldOut)$/ } });
      await expectPictures(request, said, event.image);
      expect(said.title, path).toContain(event.name);
      expect(said.title, path).toMatch(/\d{1,2}[/ ]\S+[/ ]\d{4}/);
      const place = event.location?.address?.addressLocality ?? '';
      expect(said.title, path).toContain(place);
      expect(said.description, path).toContain(place);
    }
  });

  test(`guides (${locale}) are told step by step, and pages of figures as data sets`, async ({ request }) => {
    const paths = await mapped(request);
    const guides = below(paths, locale, 'guides');
    expect(guides.length).toBeGreaterThanOrEqual(8);
    for (const path of guides) {
      const said = await saidBy(request, path);
      const [guide = {}] = typed(said, 'HowTo');
      expect(guide, path).toMatchObject({ name: said.h1, description: said.description, inLanguage: locale });
      await expectPictures(request, said, guide.image);
    }
    const indicators = below(paths, locale, 'indicators').slice(0, 2);
    const cited = {
      slug: locale === 'vi' ? 'ty-le-bao-phu-to' : 'group-coverage',
      place: 'dong-nai',
      day: '2026-03-31',
    };
    for (const path of [hrefTo(locale, 'coverage'), hrefTo(locale, 'figure', cited), ...indicators]) {
      const sets = typed(await saidBy(request, path), 'Dataset');
      expect(sets.length, path).toBeGreaterThan(0);
      for (const set of sets) expect(set, path).toMatchObject({ inLanguage: locale });
    }
  });

  test(`every kind of page (${locale}) has a description of its own, and a way home that machines can follow`, async ({
    request,
  }) => {
    const paths = await mapped(request);
    const lists = ['news', 'stories', 'models', 'trainings', 'coverage'] as const;
    const deep = [...lists.filter((list) => list !== 'coverage').map((list) => below(paths, locale, list))];
    const communes = paths.filter((path) => path.startsWith(hrefTo(locale, 'commune', { slug: '' })));
    const flat = (['home', ...lists, 'about', 'privacy', 'accessibility'] as const).map((name) => hrefTo(locale, name));
    const descriptions = new Map<string, string>();
    const homes = new Set<string>();
    for (const path of [...flat, ...[...deep, communes].flatMap((all) => all.slice(0, OF_A_KIND))]) {
      const said = await saidBy(request, path);
      expect(said.description.length, path).toBeGreaterThan(40);
      // two sessions of a course at one place and hour are told alike
      const alike = path.startsWith(`${hrefTo(locale, 'trainings')}/`) ? undefined : descriptions.get(said.description);
      expect(alike, path).toBeUndefined();
      descriptions.set(said.description, path);
      const [way] = typed(said, 'BreadcrumbList') as {
        itemListElement: { position: number; name: string; item?: { '@id': string } }[];
      }[];
      if (flat.includes(path)) continue;
      const steps = way?.itemListElement ?? [];
      expect(steps.length, path).toBeGreaterThan(1);
      expect(
        steps.map(({ position }) => position),
        path,
      ).toEqual(steps.map((_, at) => at + 1));
      for (const { name } of steps) expect(name, path).toMatch(/\S/);
      expect(said.title, path).toContain(steps.at(-1)?.name);
      for (const { item } of steps.slice(0, -1)) homes.add(new URL(item?.['@id'] ?? '').pathname);
    }
    for (const path of homes) expect((await request.get(path)).status(), path).toBe(200);
    expect(homes).toContain(hrefTo(locale, 'home'));
  });
}

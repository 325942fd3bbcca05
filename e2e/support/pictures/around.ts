import { read } from '../../../test/factories/write';
import type { QuietPortal } from '../processes/quiet-portal';
import { expect } from '../reader/expect';
import { dayFromNow } from '../stage/stage';
import { answers } from './served';

/** What the story is about, so that the feed of a topic tells it. */
export const TOPIC = 'vneid';

/** Whatever else might show a picture of a story, each as it is asked for: what finds the story, pages that name it, and cards of both shapes. */
export async function surroundings({ database, places }: QuietPortal, pages: string[]) {
  const [commune] = await read<{ slug: string }>(database, `SELECT slug FROM unit WHERE id = '${places.commune.id}'`);
  const narrowed = ['', `?commune=${commune?.slug}`, `?topic=${TOPIC}`, `?commune=${commune?.slug}&topic=${TOPIC}`];
  const lists = ['/feed.xml', '/en/feed.xml', '/cau-chuyen', '/en/stories'].flatMap((list) =>
    narrowed.map((by) => list + by),
  );
  const data = ['vi', 'en'].flatMap((language) =>
    ['', '&format=csv'].map((as) => `/api/v1/articles?language=${language}${as}`),
  );
  const filters = ['', '&kind=story', `&commune=${commune?.slug}`, `&topic=${TOPIC}`, `&from=${dayFromNow(0)}`];
  const searches = ['/tim-kiem?q=chuyen+co+anh', '/en/search?q=story+with+a+picture'].flatMap((search) =>
    [...filters, filters.join('')].map((by) => search + by),
  );
  const cards = pages.flatMap((path) => {
    const cards = path.startsWith('/en/')
      ? ['wide', 'square'].map((shape) => `/en/cards/${shape}${path.slice(3)}`)
      : ['ngang', 'vuong'].map((shape) => `/the/${shape}${path}`);
    return cards.flatMap((card) => [`${card}.png`, `${card}.jpg`]);
  });
  return {
    telling: [
      ...lists,
      ...data,
      ...searches,
      '/sitemap.xml',
      `/xa-phuong/${commune?.slug}`,
      `/en/communes/${commune?.slug}`,
    ],
    others: ['/', '/en', '/tin-tuc', '/en/news'],
    cards,
  };
}
export type Surroundings = Awaited<ReturnType<typeof surroundings>>;

/** Each of them tells the story while readers have it, and some show its picture: what is empty anyway would say nothing afterwards. */
export async function areFound(
  origin: string,
  pages: string[],
  { telling, others, cards }: Surroundings,
  picture: string,
) {
  await answers(origin, [...others, ...cards]);
  const told = await answers(origin, telling);
  expect(told.filter(({ status }) => status !== 200)).toEqual([]);
  expect(told.filter(({ words }) => !pages.some((page) => words.includes(page))).map(({ path }) => path)).toEqual([]);
  const showing = told.filter(({ words }) => words.includes(picture)).map(({ path }) => path);
  expect(showing).toEqual(expect.arrayContaining(['/cau-chuyen', '/en/stories']));
}

/** No process answers at the addresses of the story, draws its title on a card, or names one of them anywhere else. */
export async function areGone(
  origins: string[],
  pages: string[],
  { telling, others, cards }: Surroundings,
): Promise<void> {
  expect(cards).toHaveLength(8);
  for (const origin of origins) {
    for (const { path, status } of await answers(origin, [...pages, ...cards]))
      expect([path, status]).toEqual([path, 404]);
    const lists = await answers(origin, [...telling, ...others]);
    expect(lists.filter(({ words }) => pages.some((page) => words.includes(page))).map(({ path }) => path)).toEqual([]);
  }
}

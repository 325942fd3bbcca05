import { makeDevice, type openPushService } from '../../../test/servers/push-service';
import { expect } from '../reader/expect';
import type { Reader } from '../reader/reader';

const languages = ['vi', 'en'] as const;
/** The end of the address of a piece in each language, and the commune that it tells of, by its slug. */
export type Piece = { slugs: Record<(typeof languages)[number], string>; commune: string };

/** Where readers, programs and search engines find a story that is public. */
const placesOf = ({ slugs, commune }: Piece) => {
  const asked = (slug: string) => slug.replaceAll('-', '+');
  return {
    vi: [
      ...['/cau-chuyen', '/feed.xml', `/feed.xml?commune=${commune}`, `/tim-kiem?q=${asked(slugs.vi)}`],
      ...['/sitemap.xml', '/api/v1/articles?language=vi'],
    ],
    en: [
      ...['/en/stories', '/en/feed.xml', `/en/feed.xml?commune=${commune}`, `/en/search?q=${asked(slugs.en)}`],
      ...['/sitemap.xml', '/api/v1/articles?language=en'],
    ],
  };
};

export const everyPlaceOf = (piece: Piece): string[] => languages.flatMap((locale) => placesOf(piece)[locale]);

/** The places of both languages that tell of it at this moment. */
export async function toldAt(reader: Reader, piece: Piece): Promise<string[]> {
  const told: string[] = [];
  for (const locale of languages)
    for (const place of placesOf(piece)[locale]) {
      const words = await (await reader.request.get(place)).text();
      if (words.includes(`/${piece.slugs[locale]}`)) told.push(place);
    }
  return told;
}

type Service = Awaited<ReturnType<typeof openPushService>>;

/** A device follows a commune from now on, in a language, as a browser has it do so; what it reads of what it is sent. */
export async function follow(reader: Reader, service: Service, commune: string, locale: 'vi' | 'en') {
  const device = makeDevice(service.origin, `${commune}-${locale}`);
  const data = { reach: device.reach, followed: { commune, alertsAlone: false } };
  const answer = await reader.request.post(`/api/subscriptions?locale=${locale}`, { data });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining(commune)]);
  return () => service.received.filter((sent) => sent.device === device.name).map(({ body }) => device.open(body));
}

import { type Locale, locales } from '../../../i18n/locales';
import { hrefTo, type RouteName, routes } from '../../../i18n/routes';
import { read } from '../../../test/factories/write';
import { monthBegan } from '../stage/stage';
import type { Doors } from './ground';

type Values = Partial<Record<RouteName, Record<string, string>>>;

/** What the addresses of these women's sessions, papers and places are filled with. */
async function valuesOf(locale: Locale, { quiet: { database, places }, known: { records } }: Doors): Promise<Values> {
  const [told] = await read<Record<'session' | 'code' | 'commune', string>>(
    database,
    `SELECT s.slug AS session, c.code, u.slug AS commune FROM session s, certificate c, unit u
     WHERE s.id = '${records.session}' AND c.id = '${records.certificate}' AND u.id = '${places.commune.id}'`,
  );
  const figure = { slug: locale === 'vi' ? 'ty-le-bao-phu-to' : 'group-coverage' };
  const session = { slug: told?.session ?? '' };
  return {
    session,
    poster: session,
    posterDocument: session,
    signUp: session,
    sessionCard: { shape: locale === 'vi' ? 'ngang' : 'wide', slug: session.slug },
    commune: { slug: told?.commune ?? '' },
    ticket: { slug: records.ticket },
    ticketCalendar: { slug: records.ticket },
    certificate: { slug: (told?.code.match(/.{1,4}/g) ?? []).join('-').toLowerCase() },
    articlePreview: { slug: records.article },
    model: { slug: locale === 'vi' ? 'gia-dinh-so' : 'digital-family' },
    indicator: figure,
    indicatorPicture: figure,
    indicatorDrawing: figure,
    figure: { slug: figure.slug, place: 'dong-nai', day: lastMonthEnd() },
  };
}

/** Every public address in both languages, asked for and narrowed, as far as what it is filled with is known. */
export async function publicAddresses(doors: Doors): Promise<string[]> {
  const names = Object.keys(routes) as RouteName[];
  const told = locales.map(async (locale) => {
    const values = await valuesOf(locale, doors);
    return names.flatMap((name) => {
      const { query = [] } = routes[name] as { query?: readonly string[] };
      const asked = query.map((key) => hrefTo(locale, name, values[name], { [key]: doors.known.mark }));
      return [hrefTo(locale, name, values[name]), ...asked];
    });
  });
  return [...(await Promise.all(told)).flat(), ...(await openDataOf(doors))];
}

/** The end of the last month, of which a number has an address. */
const lastMonthEnd = () => new Date(Date.parse(monthBegan()) - 86_400_000).toISOString().slice(0, 10);

/** The lists of open data, as the portal describes them to programs. */
async function openDataOf({ official: { http } }: Doors): Promise<string[]> {
  const { paths } = await (await http.get('/api/v1/openapi.json')).json();
  return Object.keys(paths as Record<string, unknown>)
    .filter((path) => !path.includes('{'))
    .map((path) => (path.startsWith('/api/') ? path : `/api/v1${path}`));
}

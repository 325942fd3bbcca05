import { useTranslations } from 'next-intl';
import { compareNames, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import type { HexagonTile } from './map/hexagon';
import { PercentBar } from './percent-bar';
import { rankWord } from './ranking-words';
import { type RankedPlace, rankPlaces } from './series';

type RankingProps = {
  locale: Locale;
  tiles: readonly HexagonTile[];
  /** How many places each list holds at most. */
  length?: number;
  heading?: 'h2' | 'h3';
  hrefOf?: (place: RankedPlace) => string;
};

/** Places that lead and places where hands are needed: two lists of equal rank, never "best" and "worst". */
export function Ranking({ locale, tiles, length = 8, heading: Heading = 'h2', hrefOf }: RankingProps) {
  const t = useTranslations('charts');
  const { leading, joining } = rankPlaces(tiles, compareNames, length);
  const to = hrefOf ?? (({ slug }: RankedPlace) => hrefTo(locale, 'commune', { slug }));
  const lists = [
    { key: 'leading', title: t('ranking.leading'), places: leading },
    { key: 'joining', title: t('ranking.joining'), places: joining },
  ].filter(({ places }) => places.length > 0);
  return (
    <div className="grid gap-10 lg:grid-cols-2 lg:gap-18 print:grid-cols-2 print:gap-x-6 print:gap-y-2">
      {lists.map(({ key, title, places }) => (
        <section key={key} className="break-inside-avoid">
          <Heading className="mb-3.5 font-bold font-serif text-h2">{title}</Heading>
          <ol>
            {places.map((place) => (
              <li key={place.code} className="border-rule/60 border-t">
                <a
                  href={to(place)}
                  className="flex min-h-11 flex-wrap items-center gap-x-2.5 text-ui text-ink no-underline hover:underline"
                >
                  <span className="w-[2.125rem] shrink-0 text-right text-sm text-ink-2 tabular-nums">
                    <span aria-hidden="true">{rankWord(formatNumber(locale, place.rank), place.equals)}</span>{' '}
                    <span className="sr-only">
                      {t('ranking.rank', { rank: formatNumber(locale, place.rank), equals: place.equals })}
                    </span>
                  </span>{' '}
                  <b className="w-[6.5rem] shrink-0 font-semibold leading-[1.3] min-[500px]:w-[8.25rem]">
                    {place.name}
                  </b>{' '}
                  {/* with large letters it stands below */}
                  <span className="min-w-[7.5rem] grow basis-0">
                    <PercentBar locale={locale} percent={place.percent} />
                  </span>
                </a>
              </li>
            ))}
          </ol>
          {unlisted(places) > 0 && (
            <p className="mt-2 text-ink-2 text-sm">{t('ranking.unlisted', { count: unlisted(places) })}</p>
          )}
        </section>
      ))}
      {lists.some(({ places }) => places.some(({ equals }) => equals > 0)) && (
        <p className="text-ink-2 text-sm lg:col-span-2 print:col-span-2">{t('ranking.tie')}</p>
      )}
    </div>
  );
}

/** Places that rank with the last one of a list, and for which it had no room. */
function unlisted(places: readonly RankedPlace[]): number {
  const last = places.at(-1);
  return last ? last.equals + 1 - places.filter(({ rank }) => rank === last.rank).length : 0;
}

import { useTranslations } from 'next-intl';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { Citation } from '@/components/figures/citation';
import { figureHref, relOf } from '@/components/figures/cite-link';
import { RestatedFigure } from '@/components/figures/restated-figure';
import { SaidFigure } from '@/components/figures/said-figure';
import { DefinitionPanel } from '@/components/indicators/definition-panel';
import { PartTable } from '@/components/indicators/part-table';
import { ShareBlock } from '@/components/layout/site/share-block';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Kicker } from '@/components/ui/kicker';
import { SectionHead } from '@/components/ui/panels/section-head';
import { today } from '@/domain/days/day';
import { figureSlug, isRestated, saidOf } from '@/domain/figures/figure';
import { shortOf } from '@/domain/figures/short-figure';
import { type FigureOfPart, slugOf } from '@/domain/indicators/indicator';
import { addressOf } from '@/domain/open-data/datasets';
import { formatDay } from '@/i18n/format';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import type { LoadedFigure } from './load';
import { Reading } from './reading';
import type { figureWordsOf } from './words';

type Shown = { locale: Locale; loaded: LoadedFigure; words: Awaited<ReturnType<typeof figureWordsOf>> };

/** The number, whether it was restated, how to cite it, how it is counted, what it is made of, and other days. */
export function FigureContent(shown: Shown) {
  const { locale, loaded, words } = shown;
  const { figure } = loaded;
  const { code, day, place } = figure;
  const t = useTranslations('figures');
  const at = { place: place.slug, day };
  return (
    <Shell locale={locale} route="figure" twinParams={{ slug: figureSlug(code, otherLocale(locale)), ...at }}>
      {place.level === 'commune' && <AlertsHere locale={locale} communes={[place.slug]} />}
      <div className="wrap section">
        <Kicker icon="report">{t('kicker', { day: formatDay(locale, day) })}</Kicker>
        <h1 className="mb-5">{words.title}</h1>
        <SaidFigure locale={locale} figure={figure} cited={words.cited} place={words.placeTitle} />
        {place.demo && <DemoMark className="mt-4" />}
        {isRestated(figure) && <RestatedFigure locale={locale} figure={figure} cited={words.cited} />}
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section grid gap-10 lg:grid-cols-2 lg:gap-16">
          <Cited {...shown} />
          <Counted {...shown} />
        </div>
        <div className="wrap pb-9">
          <Sent {...shown} />
        </div>
      </div>
      <Rows {...shown} />
      <OtherDays {...shown} />
    </Shell>
  );
}

function Cited({ locale, loaded: { figure, definition }, words }: Shown) {
  const { code, day, place, filings } = figure;
  const [first] = filings;
  return (
    <Citation
      locale={locale}
      figure={figure}
      name={definition.name}
      place={words.place}
      value={words.value}
      url={absolute(figureHref(locale, { code, day, place: place.slug }))}
      demo={place.demo}
      snapshotHref={first ? addressOf('snapshot', {}, first.snapshotId) : null}
    />
  );
}

/** Ready words for Zalo: the number with its day, and a short address that leads to the one that keeps it. */
function Sent({ locale, loaded: { figure }, words }: Shown) {
  const t = useTranslations('figures');
  const { code, day, place } = figure;
  const url = absolute(figureHref(locale, { code, day, place: place.slug }));
  const short = absolute(hrefTo(locale, 'figureByNumber', { slug: shortOf(figure) }));
  const said = `${t('kicker', { day: formatDay(locale, day) })}: ${words.value}`;
  return <ShareBlock url={url} title={words.title} lines={[said]} short={short} demo={place.demo} />;
}

/** The edition of the definition and the ruling that counted then. */
function Counted({ locale, loaded: { figure, definition } }: Shown) {
  const t = useTranslations('figures.counted');
  const slug = slugOf(figure.code, locale);
  const on = figure.day === today() ? undefined : figure.day;
  return (
    <div>
      <DefinitionPanel locale={locale} editions={[definition]} />
      <Reading locale={locale} code={figure.code} day={figure.day} />
      {slug && (
        <p className="mt-4">
          <MoreLink href={hrefTo(locale, 'indicator', { slug }, { on })}>{t('more')}</MoreLink>
        </p>
      )}
    </div>
  );
}

/** The rows as they were closed, or as they are counted now where nothing was. */
function Rows({ locale, loaded: { figure, definition }, words }: Shown) {
  const t = useTranslations('figures');
  const { code, day, place, filings } = figure;
  const isCity = place.level === 'province';
  const rows = figure.rows.flatMap(({ was, now, ...row }): FigureOfPart[] => {
    const told = filings.length > 0 ? was : now;
    return told ? [{ ...row, ...told }] : [];
  });
  const [first] = filings;
  return (
    <div className="wrap section">
      <SectionHead title={t(`rows.${place.level}`)} />
      {rows.length === 0 && <p>{t('rows.none')}</p>}
      {rows.length > 0 && (
        <>
          <p className="mb-4">
            {first && t('rows.filed', { day: formatDay(locale, first.closedOn) })} {isCity && t('rows.city')}
          </p>
          <PartTable
            locale={locale}
            measure={definition.measure}
            total={saidOf(figure)}
            rows={rows}
            sort="name"
            caption={t(`rows.${place.level}`)}
            whole={words.placeTitle}
            linked={({ slug, state }, name) => {
              if (!isCity || !slug || state !== 'known') return name;
              const at = { code, day, place: slug };
              return (
                <a href={figureHref(locale, at)} rel={relOf(at)}>
                  {name}
                </a>
              );
            }}
          />
        </>
      )}
    </div>
  );
}

/** The ends of the months beside it, and the number of today. */
function OtherDays({ locale, loaded: { figure } }: Shown) {
  const t = useTranslations('figures.others');
  const { code, place } = figure;
  const slug = slugOf(code, locale);
  const href =
    place.level === 'commune'
      ? hrefTo(locale, 'commune', { slug: place.slug })
      : slug && hrefTo(locale, 'indicator', { slug });
  return (
    <nav className="wrap section no-print pt-0 lg:pt-0" aria-label={t('title')}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {place.beside.map((day) => {
          const at = { code, day, place: place.slug };
          return (
            <li key={day}>
              <a href={figureHref(locale, at)} rel={relOf(at)}>
                {formatDay(locale, day)}
              </a>
            </li>
          );
        })}
        {href && (
          <li>
            <a href={href}>{t('today')}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

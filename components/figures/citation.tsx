import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CitedFigure } from '@/domain/figures/figure';
import { LICENCE, LICENCE_NAME } from '@/domain/open-data/licence';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type CitationProps = {
  locale: Locale;
  figure: CitedFigure;
  name: string;
  place: string;
  /** as it is read, with what it is of */
  value: string;
  /** the lasting address, with its host */
  url: string;
  demo: boolean;
  /** where the figures of the snapshot are, as data */
  snapshotHref: string | null;
};

/** A sentence to copy, and what a reader who checks it needs: licence, source, snapshot and sum. Plain text, without a script. */
export function Citation({ snapshotHref, ...cited }: CitationProps) {
  const t = useTranslations('figures.citation');
  const { locale, figure, url } = cited;
  const [first] = figure.filings;
  const entries: { term: string; value: ReactNode }[] = [
    { term: t('address'), value: <span className="break-all">{url}</span> },
    {
      term: t('snapshot'),
      value: first ? <Snapshot id={first.snapshotId} href={snapshotHref} /> : t('notFiled'),
    },
    ...(first ? [{ term: t('hash'), value: <code className="break-all">{first.sha256}</code> }] : []),
    { term: t('from'), value: t('source') },
    {
      term: t('licence'),
      value: (
        <>
          <a href={LICENCE.url} rel="license">
            {LICENCE_NAME}
          </a>
          . {t('licenceText')} <a href={hrefTo(locale, 'openData')}>{t('openData')}</a>
        </>
      ),
    },
  ];
  return (
    <section id="citation">
      <h2 className="mb-3">{t('title')}</h2>
      <p className="mb-3">{t(first ? 'lead' : 'leadOpen')}</p>
      <blockquote className="break-words border-lotus border-l-4 pl-4 font-serif">
        <CitationText {...cited} />
      </blockquote>
      <dl className="mt-6 grid gap-3">
        {entries.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-ink-2">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const Snapshot = ({ id, href }: { id: string; href: string | null }) =>
  href ? (
    <a href={href} className="break-all" rel="nofollow">
      {id}
    </a>
  ) : (
    <span className="break-all">{id}</span>
  );

function CitationText({ locale, figure, name, place, value, url, demo }: Omit<CitationProps, 'snapshotHref'>) {
  const t = useTranslations('figures.citation');
  const [first] = figure.filings;
  const standing = first
    ? t('filed', { closed: formatDay(locale, first.closedOn), snapshot: first.snapshotId })
    : t('open');
  return t('text', {
    source: t('source'),
    name,
    place,
    day: formatDay(locale, figure.day),
    value,
    standing: demo ? `${standing} ${t('demo')}` : standing,
    site: t('site'),
    url,
    licence: LICENCE_NAME,
  });
}

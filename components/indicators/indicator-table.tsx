import { useTranslations } from 'next-intl';
import type { LinkElement } from '@/components/ui/link-element';
import { Table } from '@/components/ui/tables/table';
import { type Figure, type IndicatorCode, toldOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { figureWord } from './figure-words';

type Row = { code: IndicatorCode; name: string; measure: UnitOfMeasure; figure: Figure | undefined; href: string };
type TableProps = {
  locale: Locale;
  title: string;
  /** whose numbers these are */
  place: string;
  rows: readonly Row[];
  as: LinkElement;
};

/** Indicators of a kind, each with its number and leading to its page; nothing where there is none. */
export function IndicatorTable({ locale, title, place, rows, as: Link }: TableProps) {
  const t = useTranslations('indicators');
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">{title}</h2>
      <Table
        caption={`${t('list.caption')}: ${title}`}
        lines
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          {
            label: t('list.name'),
            kind: 'title',
            cell: ({ name, href }) => <Link href={href}>{name}</Link>,
          },
          {
            label: place,
            short: t('parts.value'),
            kind: 'number',
            cell: ({ code, figure, measure }) =>
              figure ? (
                <b>{figureWord(t, locale, figure, measure)}</b>
              ) : (
                t(toldOf(code).asked ? 'list.elsewhere' : 'list.open')
              ),
          },
        ]}
      />
    </section>
  );
}

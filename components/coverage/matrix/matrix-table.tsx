import { useTranslations } from 'next-intl';
import { ModelMark, ModelShapes } from '@/components/charts/model-mark';
import { MoreLink } from '@/components/ui/button';
import { Icon, IconShapes } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { formatNumber } from '@/i18n/format';
import { type RowPart, Unfolding } from './matrix-rows';

type MatrixProps = RowPart & {
  rows: readonly MatrixRow[];
  /** no more than so many rows, and behind them the way to all of them */
  first?: number;
  all?: string;
  /** sub-associations whose groups are shown unfolded */
  unfolded?: ReadonlySet<string>;
};

/** Each sub-association of a commune and what it has, unfolding to its groups; every gap with the deed that mends it. */
export function MatrixTable({ locale, rows, first, all, unfolded, ...part }: MatrixProps) {
  const t = useTranslations('coverage.matrix');
  const count = formatNumber(locale, rows.length);
  const shown = first === undefined ? rows : rows.slice(0, first);
  return (
    <>
      <MatrixLegend />
      <ModelShapes />
      <IconShapes names={['check', 'cross']} />
      <div className="relative max-md:@container md:overflow-x-auto">
        <table className="table lines matrix">
          <caption className="sr-only">{t('caption')}</caption>
          <MatrixHead selects={part.selection !== undefined} />
          {shown.map((row) => (
            <Unfolding key={row.unitId} locale={locale} row={row} open={unfolded?.has(row.unitId) ?? false} {...part} />
          ))}
        </table>
      </div>
      {all && (
        <p className="mt-3">
          <MoreLink as={Link} href={all}>
            {t('all', { count })}
          </MoreLink>
        </p>
      )}
    </>
  );
}

const signs = {
  recognition: 'digital_sub_association',
  family: 'digital_family',
  pair: 'one_plus_one_instructor',
} as const;

/** What the marks mean. */
function MatrixLegend() {
  const t = useTranslations('coverage.matrix');
  return (
    <p className="mb-2 flex flex-wrap gap-x-5 text-sm">
      {(['active', 'planned', 'paused', 'none'] as const).map((state) => (
        <ModelMark key={state} state={state} worded />
      ))}
      {(['recognition', 'family', 'pair'] as const).map((column) => (
        <span key={column} className="inline-flex items-center gap-1.5 md:hidden">
          <Icon name={signs[column]} size={24} /> {t(column)}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5 md:hidden">
        <Icon name="link" size={22} /> {t('tie')}
      </span>
    </p>
  );
}

function MatrixHead({ selects }: { selects: boolean }) {
  const t = useTranslations('coverage.matrix');
  return (
    <thead>
      <tr>
        <th scope="col" className="unit">
          {selects && <span className="sr-only">{t('tick')}, </span>}
          {t('unit')}
        </th>
        {(['recognition', 'family', 'pair'] as const).map((column) => (
          <th key={column} scope="col" className="middle">
            <Icon name={signs[column]} size={28} /> <span className="max-md:sr-only">{t(column)}</span>
          </th>
        ))}
        <th scope="col" className="middle">
          <Icon name="link" size={24} className="md:hidden" /> <span className="max-md:sr-only">{t('tie')}</span>
        </th>
        <th scope="col" className="number">
          {t('groups')}
        </th>
        <th scope="col" className="deed no-print">
          {t('deeds')}
        </th>
      </tr>
    </thead>
  );
}

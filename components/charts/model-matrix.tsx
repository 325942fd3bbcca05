import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { LinkElement } from '@/components/ui/link-element';
import { type Column, Table } from '@/components/ui/table';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelMark, ModelMarkKey, type ModelStanding } from './model-mark';
import type { ChartWords } from './tile-words';

export type MatrixRow = {
  key: string;
  name: string;
  href?: string;
  standings: Partial<Record<ModelKind, ModelStanding>>;
  /** How many groups the unit has; leave out where there are none to count. */
  groups?: number;
  /** Something that the target counts is missing here. */
  gap?: boolean;
};

type ModelMatrixProps = {
  locale: Locale;
  caption: string;
  kinds?: readonly ModelKind[];
  rows: readonly MatrixRow[];
  as?: LinkElement;
};

const usualKinds = ['digital_sub_association', 'digital_family', 'one_plus_one_instructor'] as const;

/** Which unit has which model, one mark a cell; narrow enough for a phone. */
export function ModelMatrix({ locale, caption, kinds = usualKinds, rows, as: Link = 'a' }: ModelMatrixProps) {
  const t = useTranslations('charts') as ChartWords;
  const counted = rows.some(({ groups }) => groups !== undefined);
  const standings = (['active', 'planned', 'paused', 'none'] as const).filter(
    (standing) => standing !== 'paused' || rows.some((row) => Object.values(row.standings).includes('paused')),
  );
  const columns: Column<MatrixRow>[] = [
    {
      label: t('level.unit'),
      kind: 'title',
      cell: ({ name, href }) => (href ? <Link href={href}>{name}</Link> : name),
    },
    ...kinds.map((kind) => ({
      label: <KindHead kind={kind} name={t(`kindShort.${kind}`)} />,
      short: t(`kindShort.${kind}`),
      kind: 'mark' as const,
      cell: (row: MatrixRow) => <ModelMark standing={row.standings[kind] ?? 'none'} />,
    })),
    ...(counted ? [groupColumn(t('level.group'), locale)] : []),
  ];
  return (
    <div className={narrow}>
      <ModelMarkKey standings={standings} />
      <Table
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        mark={({ gap }) => (gap ? 'gap' : undefined)}
        cards={false}
      />
    </div>
  );
}

/** A phone holds the whole matrix: closer columns, the least text size in the head. */
const narrow =
  'max-md:[&_:is(th,td)]:px-1 max-md:[&_thead_th]:text-xs [&_thead_th]:leading-[1.3] [&_tbody_th]:min-w-17';

const groupColumn = (label: string, locale: Locale): Column<MatrixRow> => ({
  label,
  kind: 'number',
  cell: ({ groups }) => (groups === undefined ? '–' : formatNumber(locale, groups)),
});

function KindHead({ kind, name }: { kind: ModelKind; name: string }) {
  return (
    <>
      <Icon name={kind} size={28} className="mb-0.5" />
      {name}
    </>
  );
}

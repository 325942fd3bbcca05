import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { type FieldChange, type ImportRow, type Plan, readReason, type ShownPlan } from '@/domain/imports/import';
import { shownPhone } from '@/domain/people/phones/phone';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type RowTableProps = { rows: readonly ImportRow[]; shown: 'error' | 'update' | 'create' | 'same' | 'leftAlone' };

/** Rows of a sheet with their number there: what goes on record, what changes, or why it cannot. */
export function RowTable({ rows, shown }: RowTableProps) {
  const t = useTranslations('imports.preview');
  const columns: Column<ImportRow>[] = [
    { label: t('no'), kind: 'number', cell: ({ no }) => no },
    { label: t('name'), kind: 'title', cell: (row) => <RowName row={row} /> },
    ...(shown === 'error'
      ? []
      : [
          {
            label: t(shown === 'update' ? 'changes' : 'facts'),
            cell: ({ plan }: ImportRow) =>
              plan && (shown === 'update' ? <Changes changes={plan.changes} /> : <Facts plan={plan} />),
          },
        ]),
    ...(shown === 'error' || shown === 'leftAlone'
      ? [{ label: t('reasons'), cell: ({ reasons }: ImportRow) => <Reasons reasons={reasons} /> }]
      : []),
  ];
  return <Table caption={t('rows')} columns={columns} rows={rows} keyOf={({ no }) => String(no)} />;
}

/** The person found or made; of a row that could not be read, its cells as they stand. */
function RowName({ row: { plan, cells, subjectId, outcome } }: { row: ImportRow }) {
  if (!plan) return <span className="font-normal">{cells.filter(Boolean).slice(0, 5).join(' · ') || '–'}</span>;
  const onRecord = subjectId && outcome !== 'undone';
  return onRecord ? <Link href={`/admin/people/${subjectId}`}>{plan.name}</Link> : plan.name;
}

function Facts({ plan }: { plan: ShownPlan }) {
  const t = useTranslations('imports');
  const locale = useLocale() as Locale;
  const facts = [
    plan.birthYear && t('preview.born', { year: String(plan.birthYear) }),
    plan.phone && shownPhone(plan.phone),
    plan.unitName,
    plan.address,
    t(`kind.${plan.kind}`),
    t('preview.since', { day: formatDay(locale, plan.since) }),
  ];
  return <span className="break-words">{facts.filter(Boolean).join(' · ')}</span>;
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations('imports');
  const locale = useLocale() as Locale;
  const said = (field: FieldChange['field'], value: string | null) => {
    if (value === null) return t('preview.nothing');
    if (field === 'kind') return t(`kind.${value as Plan['kind']}`);
    return field === 'joinedOn' ? formatDay(locale, value as Plan['since']) : value;
  };
  return (
    <ul>
      {changes.map(({ field, from, to }) => (
        <li key={field} className="break-words">
          {t('preview.change', { field: t(`field.${field}`), from: said(field, from), to: said(field, to) })}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const t = useTranslations('imports.reasons');
  return (
    <ul>
      {reasons.map((text) => {
        const { name, detail } = readReason(text);
        return (
          <li key={text} className="break-words">
            {t(name as 'no-name', { detail } as never)}
          </li>
        );
      })}
    </ul>
  );
}

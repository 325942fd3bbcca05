import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import type { Field } from '@/domain/open-data/dictionary';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = { locale: Locale; caption: string; fields: readonly Field[] };

/** The columns of a dataset: what each holds and means. */
export function FieldTable({ locale, caption, fields }: TableProps) {
  const t = useTranslations('open-data');
  const typeOf = ({ type, values, step, mayBeEmpty }: Field) =>
    [
      t(`dictionary.types.${type}`, { values: values.length > 12 ? '…' : values.join(', ') }),
      ...(step ? [t('dictionary.step', { step: formatNumber(locale, step) })] : []),
      ...(mayBeEmpty ? [t('dictionary.empty')] : []),
    ].join('; ');
  return (
    <Table<Field>
      caption={caption}
      rows={fields}
      keyOf={({ name }) => name}
      columns={[
        { label: t('dictionary.field'), kind: 'title', cell: ({ name }) => <code>{name}</code> },
        { label: t('dictionary.type'), cell: typeOf },
        { label: t('dictionary.meaning'), cell: ({ name }) => t(`fields.${name}` as 'fields.day') },
      ]}
    />
  );
}

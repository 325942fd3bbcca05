import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import type { BoundaryEdition } from '@/domain/boundaries/boundaries';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Editions that are no more: what they were, whose, and who took them away. */
export function EditionTable({ locale, editions }: { locale: Locale; editions: readonly BoundaryEdition[] }) {
  const t = useTranslations('boundaries');
  const said = (at: Date | null, by: string | null) =>
    at ? t('facts.by', { by: by ?? '–', at: formatInstant(locale, at) }) : '–';
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('gone')}</h2>
      <Table
        caption={t('gone')}
        rows={editions}
        keyOf={({ id }) => id}
        columns={[
          { label: t('upload.edition'), kind: 'title', cell: ({ edition }) => edition },
          { label: t('facts.asOf'), cell: ({ asOf }) => formatDay(locale, asOf) },
          { label: t('facts.source'), cell: ({ source, licence }) => `${source} (${licence})` },
          { label: t('facts.shown'), cell: ({ shownAt, shownBy }) => said(shownAt, shownBy) },
          { label: t('facts.removed'), cell: ({ removedAt, removedBy }) => said(removedAt, removedBy) },
        ]}
      />
    </section>
  );
}

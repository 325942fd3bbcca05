import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/tables/table';
import type { MergePreview } from '@/domain/merging/merge';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const tolds = ['between', 'united', 'doubled', 'learners', 'sealed', 'consents'] as const;

/** The moves and other changes of a merger, and the obstacles in its way. */
export function MergeTold({ preview: { told, obstacles } }: { preview: MergePreview }) {
  const t = useTranslations('merging');
  const locale = useLocale() as Locale;
  const known = tolds.flatMap((name) => (told[name] ? [{ name, count: told[name] }] : []));
  return (
    <div className="grid content-start gap-6">
      {obstacles.length > 0 && (
        <Notice tone="problem" title={t('merge.obstacles')}>
          {obstacles.map((obstacle) => t(`problems.${obstacle}`)).join(' ')}
        </Notice>
      )}
      <section>
        <h2 className="mb-3">{t('merge.moves')}</h2>
        {told.moves.length > 0 ? (
          <Table
            caption={t('merge.moves')}
            cards={false}
            rows={told.moves}
            keyOf={({ kind }) => kind}
            columns={[
              { label: t('merge.what'), kind: 'title', cell: ({ kind }) => t(`merge.kind.${kind}`) },
              { label: t('merge.count'), kind: 'number', cell: ({ count }) => formatNumber(locale, count) },
            ]}
          />
        ) : (
          <p>{t('merge.movesNone')}</p>
        )}
      </section>
      {known.length > 0 && (
        <section>
          <h2 className="mb-3">{t('merge.know')}</h2>
          <ul className="grid list-disc gap-2 pl-5">
            {known.map(({ name, count }) => (
              <li key={name}>{t(`merge.told.${name}`, { count: formatNumber(locale, count) })}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

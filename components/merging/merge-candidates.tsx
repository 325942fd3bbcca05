import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { Table } from '@/components/ui/tables/table';
import type { Member } from '@/domain/people/person';

type MergeCandidatesProps = { path: string; q: string | undefined; members: Member[] };

/** Members whose record may be the other one of hers, to be chosen. */
export function MergeCandidates({ path, q, members }: MergeCandidatesProps) {
  const t = useTranslations('merging.merge');
  return (
    <section>
      <h2 className="mb-1">{t('choose')}</h2>
      <p className="mb-4 max-w-[44em] text-ink-2">{t('chooseHint')}</p>
      <FilterBar action={path} label={t('search')}>
        <FilterText name="q" label={t('search')} value={q} placeholder={t('placeholder')} />
      </FilterBar>
      <div className="mt-4">
        {members.length > 0 ? (
          <Table
            caption={t('candidates')}
            rows={members}
            keyOf={({ id }) => id}
            columns={[
              {
                label: t('with'),
                kind: 'title',
                cell: ({ id, name, birthYear }) => (
                  <Link href={`${path}?with=${id}`} className="inline-flex min-h-11 items-center">
                    {birthYear ? t('person', { name, year: String(birthYear) }) : t('personNoYear', { name })}
                  </Link>
                ),
              },
              { label: t('memberOf'), cell: ({ unitName }) => unitName },
            ]}
          />
        ) : (
          <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        )}
      </div>
    </section>
  );
}

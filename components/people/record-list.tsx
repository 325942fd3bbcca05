import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Fold } from '@/components/ui/panels/fold';

export type RecordLine = { key: string; what: ReactNode; days: ReactNode; more?: ReactNode };

type RecordListProps = {
  id: string;
  title: string;
  /** where it is changed; not given to who may not */
  change?: string | undefined;
  empty: string;
  lines: readonly RecordLine[];
  /** what is over, opened when it is wanted */
  former?: readonly RecordLine[];
};

/** One part of a person's record: dated lines, the running ones first. */
export function RecordList({ id, title, change, empty, lines, former = [] }: RecordListProps) {
  const t = useTranslations('people.record');
  return (
    <section id={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2>{title}</h2>
        {change && (
          <ButtonLink as={Link} href={change} compact icon="pencil">
            {t('change')} <span className="sr-only">{title}</span>
          </ButtonLink>
        )}
      </div>
      {lines.length > 0 ? <Lines lines={lines} /> : <p className="border-rule border-t py-2.5 text-ink-2">{empty}</p>}
      {former.length > 0 && (
        <Fold summary={t('former', { count: former.length })} of={title}>
          <Lines lines={former} />
        </Fold>
      )}
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly RecordLine[] }) => (
  <ul>
    {lines.map(({ key, what, days, more }) => (
      <li key={key} className="border-rule border-t py-2.5">
        <strong className="block">{what}</strong> {days}
        {more && <span className="block text-ink-2 text-sm"> {more}</span>}
      </li>
    ))}
  </ul>
);

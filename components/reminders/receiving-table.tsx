import { useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import type { Asked } from '@/domain/reminders/facts';
import { DueList } from './due-list';
import { PersonName } from './person-name';

type ReceivingProps = {
  people: readonly Asked[];
  /** the words that each of them gets */
  wordsTo: (asked: Asked) => { subject: string; sentences: string[] };
};

/** Who gets a reminder on the portal, of which places, and in which words. */
export function ReceivingTable({ people, wordsTo }: ReceivingProps) {
  const t = useTranslations('reminders.receive');
  if (people.length === 0) return null;
  return (
    <Table<Asked>
      caption={t('title', { count: people.length })}
      rows={people}
      keyOf={({ who }) => who.accountId ?? ''}
      columns={[
        { label: t('person'), kind: 'title', cell: ({ who }) => <PersonName who={who} /> },
        { label: t('units'), cell: ({ due }) => <DueList due={due} /> },
        {
          label: t('words'),
          cell: (asked) => {
            const { subject, sentences } = wordsTo(asked);
            return (
              <Fold summary={t('own')} of={t('ownFor', { name: asked.who.name })}>
                <p className="rounded-tile border border-rule bg-card px-4 py-3">
                  <b className="block">{subject}</b> {sentences.join(' ')}
                </p>
              </Fold>
            );
          },
        },
      ]}
    />
  );
}

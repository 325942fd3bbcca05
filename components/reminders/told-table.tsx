import { useTranslations } from 'next-intl';
import { Copying } from '@/components/messages/copying';
import { OwnText } from '@/components/messages/ready-text';
import { Table } from '@/components/ui/tables/table';
import { shownPhone } from '@/domain/people/phones/phone';
import type { Asked } from '@/domain/reminders/facts';
import type { Locale } from '@/i18n/locales';
import { DueList } from './due-list';
import { PersonName } from './person-name';

type ToldProps = {
  people: readonly Asked[];
  /** the ready words to each of them, in the language of those who are told */
  textTo: (asked: Asked) => string;
  language: Locale;
};

/** Who has no account: whom to tell by phone, with the words ready. Her number is asked for on her record. */
export function ToldTable({ people, textTo, language }: ToldProps) {
  const [t, words] = [useTranslations('reminders'), useTranslations('messages.copying')];
  if (people.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('told.title', { count: people.length })}</h2>
      <p className="mb-3 text-ink-2">{t('told.lead')}</p>
      <Copying copied={words('copied')} failed={words('notCopied')}>
        <Table<Asked>
          caption={t('told.title', { count: people.length })}
          rows={people}
          keyOf={({ who }) => who.personId ?? ''}
          columns={[
            { label: t('receive.person'), kind: 'title', cell: ({ who }) => <PersonName who={who} /> },
            { label: t('receive.units'), cell: ({ due }) => <DueList due={due} /> },
            {
              label: t('told.phone'),
              cell: ({ who }) => (
                <span className="whitespace-nowrap">{who.phone ? shownPhone(who.phone) : t('told.noPhone')}</span>
              ),
            },
            {
              label: t('receive.words'),
              cell: (asked) => <OwnText text={textTo(asked)} language={language} name={asked.who.name} />,
            },
          ]}
        />
      </Copying>
    </section>
  );
}

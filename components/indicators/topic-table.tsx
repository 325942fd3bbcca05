import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Table } from '@/components/ui/tables/table';
import type { TopicFigure } from '@/domain/indicators/topic';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const kinds = ['course', 'skill'] as const;

type TableProps = {
  locale: Locale;
  topics: readonly TopicFigure[];
  /** leads to the figure of the topic, place by place */
  linked: (topic: TopicFigure) => ReactNode;
};

/** How many people were trained in each course, and in each skill. */
export function TopicTable({ locale, topics, linked }: TableProps) {
  const t = useTranslations('indicators.topics');
  return (
    <div className="grid gap-8">
      {kinds.map((kind) => (
        <div key={kind}>
          <h3 className="mb-2">{t(`kinds.${kind}`)}</h3>
          <Table<TopicFigure>
            caption={t(`kinds.${kind}`)}
            lines
            rows={topics.filter((topic) => topic.kind === kind)}
            keyOf={({ id }) => id}
            columns={[
              { label: t('name'), kind: 'title', cell: linked },
              { label: t('people'), kind: 'number', cell: ({ people }) => <b>{formatNumber(locale, people)}</b> },
            ]}
          />
        </div>
      ))}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { ExportLinks } from '@/components/exports/export-links';
import { TopicTable } from '@/components/indicators/topic-table';
import { Link } from '@/components/ui/link';
import type { TopicFigure } from '@/domain/indicators/topic';
import type { Locale } from '@/i18n/locales';
import { type Asked, addressOf, indicatorsPath } from '../asked';

const path = `${indicatorsPath}/people_trained`;

type Props = { locale: Locale; topics: readonly TopicFigure[] | null; asked: Asked };

/** People trained by course and by skill; each leads to the same page of it alone, place by place. */
export function Topics({ locale, topics, asked }: Props) {
  const t = useTranslations('indicators.topics');
  const { day, unitId: place, topicId } = asked;
  return (
    <section id="topics">
      <h2 className="mb-3">{t('title')}</h2>
      {topicId && (
        <p className="mb-3">
          <Link href={addressOf(path, { day, unitId: place })}>{t('all')}</Link>
        </p>
      )}
      {!topics || topics.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <>
          <p className="mb-3 text-ink-2 text-sm">{t('hint')}</p>
          <TopicTable
            locale={locale}
            topics={topics}
            linked={({ id, name }) =>
              id === topicId ? (
                <b>{name}</b>
              ) : (
                <Link href={addressOf(path, { day, unitId: place, topicId: id })}>{name}</Link>
              )
            }
          />
          <ExportLinks address={withTopics(addressOf(path, { day, unitId: place }))} />
        </>
      )}
    </section>
  );
}

const withTopics = (address: string) => `${address}${address.includes('?') ? '&' : '?'}by=topic`;

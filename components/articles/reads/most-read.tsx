import { useLocale, useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { ReadArticle, ReadCommune, ReadSession } from '@/domain/articles/reads/read';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { ReadTable } from './read-table';

type MostReadProps = {
  articles: readonly ReadArticle[];
  communes: readonly ReadCommune[];
  sessions: readonly ReadSession[];
};

/** Pieces, places and classes that were read most, each leading to where it stands. */
export function MostRead({ articles, communes, sessions }: MostReadProps) {
  const t = useTranslations('articles');
  const locale = useLocale() as Locale;
  const byId = ({ id }: { id: string }) => id;
  return (
    <>
      <ReadTable
        title={t('mostRead.articles')}
        rows={articles}
        keyOf={byId}
        name={({ id, title, demo }) => (
          <span>
            <Link href={`/admin/articles/${id}`}>{title}</Link>
            {demo && <DemoMark />}
          </span>
        )}
        columns={[
          { label: t('admin.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
          { label: t('admin.unit'), cell: ({ unitName }) => unitName },
        ]}
      />
      <ReadTable
        title={t('mostRead.communes')}
        rows={communes}
        keyOf={byId}
        name={({ name, slug }) => <a href={hrefTo(locale, 'commune', { slug })}>{name}</a>}
      />
      <ReadTable
        title={t('mostRead.sessions')}
        rows={sessions}
        keyOf={byId}
        name={({ title, slug }) => <a href={hrefTo(locale, 'session', { slug })}>{title}</a>}
        columns={[
          { label: t('mostRead.day'), cell: ({ day }) => formatDay(locale, day) },
          { label: t('mostRead.place'), cell: ({ communeName }) => communeName },
        ]}
      />
    </>
  );
}

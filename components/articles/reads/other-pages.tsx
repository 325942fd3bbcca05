import { useTranslations } from 'next-intl';
import type { Times } from '@/domain/articles/reads/read';
import type { TogetherPage } from '@/domain/counted-pages';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { ReadTable } from './read-table';

export type OtherPage = Times & {
  key: string;
  /** its name in the table of addresses; none of an indicator or a model */
  page: TogetherPage | null;
  /** of an indicator its name */
  name: string | null;
  /** of a model its kind */
  kind: ModelKind | null;
  href: string | null;
};

/** Public pages that are no piece, place or class, each with its reads. */
export function OtherPages({ pages }: { pages: readonly OtherPage[] }) {
  const t = useTranslations('articles.mostRead');
  const models = useTranslations('models-explained');
  const nameOf = ({ page, name, kind }: OtherPage) => {
    if (page) return t(`names.${page}`);
    return kind ? models(`${kind}.name`) : name;
  };
  return (
    <ReadTable
      title={t('pages')}
      rows={pages}
      keyOf={({ key }) => key}
      name={(page) => (page.href ? <a href={page.href}>{nameOf(page)}</a> : nameOf(page))}
    />
  );
}

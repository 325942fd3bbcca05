import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import type { Topic } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';
import { usePlaceWords } from './place-words';

/** The kind of an article, its places and its topics. */
export function ArticleFacts({ article, skills }: { article: ArticleDraft; skills: readonly Topic[] }) {
  const t = useTranslations('articles');
  const { nameOf } = usePlaceWords();
  const { communes, topics, source } = article;
  const names = topics.map((code) => skills.find((skill) => skill.code === code)?.name ?? code);
  return (
    <DefinitionList
      entries={[
        { term: t('record.edition'), value: t('record.editionNo', { number: article.number }) },
        { term: t('record.kind'), value: t(`kinds.${article.kind}`) },
        { term: t('record.unit'), value: article.unit.name },
        {
          term: t('record.places'),
          value: communes.map(nameOf).join(', ') || t(surroundingsLackOf(article) ? 'record.none' : 'record.nowhere'),
        },
        ...(article.moving
          ? [{ term: t('record.moving'), value: t('record.movingLead', { number: article.number }) }]
          : []),
        { term: t('record.topics'), value: names.join(', ') || t('record.none') },
        ...(source ? [{ term: t('record.source'), value: source.name }] : []),
      ]}
    />
  );
}

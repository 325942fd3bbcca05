import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ArticleFacts } from '@/components/articles/article-facts';
import { ArticleReads } from '@/components/articles/drafts/article-reads';
import { Link } from '@/components/ui/link';
import type { Topic } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { DayOfReads } from '@/domain/articles/reads/read';
import type { ArticleEvent } from '@/domain/newsroom/event';
import { ArticleHistory } from './article-history';

type RecordProps = {
  article: ArticleDraft;
  skills: readonly Topic[];
  reads: readonly DayOfReads[] | null;
  events: readonly ArticleEvent[];
  /** when it was looked at last, and when it is to be again */
  children: ReactNode;
};

/** What is known of an article: its facts, how often it was read, and who did what. */
export function ArticleRecord({ article, skills, reads, events, children }: RecordProps) {
  const [t, words] = [useTranslations('articles'), useTranslations('newsroom')];
  return (
    <div className="grid gap-6 2xl:col-start-2">
      <section>
        <h2 className="mb-2">{t('record.facts')}</h2>
        <ArticleFacts article={article} skills={skills} />
      </section>
      {children}
      {reads && <ArticleReads days={reads} />}
      <section>
        <h2 className="mb-2">{words('history')}</h2>
        <ArticleHistory events={events} />
        <p className="border-rule border-t pt-2.5">
          <Link href={`/admin/articles/${article.id}/versions`}>{t('versions.open')}</Link>
        </p>
      </section>
    </div>
  );
}

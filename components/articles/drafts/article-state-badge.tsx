import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ArticleState } from '@/domain/articles/article';

const looks: Record<ArticleState, { tone: BadgeTone; icon: IconName }> = {
  draft: { tone: 'plain', icon: 'pencil' },
  published: { tone: 'done', icon: 'check' },
  changed: { tone: 'waiting', icon: 'clock' },
  withdrawn: { tone: 'problem', icon: 'cross' },
};

/** The state of an article, in a word. */
export function ArticleStateBadge({ state }: { state: ArticleState }) {
  const t = useTranslations('articles.states');
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}

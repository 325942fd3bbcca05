import type { ReactNode } from 'react';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ArticleDraft } from '@/domain/articles/draft';
import { FollowingField } from '../translations/english-aside';
import { WritingFrame } from '../writing/writing-frame';

type FormProps = {
  action: FormAction;
  article: ArticleDraft;
  /** who writes */
  accountId: string;
  concept: 'articles' | 'guides';
  /** said where the text has no English yet */
  noEnglish: string;
  parts: readonly { part: string; title: string; hint: string; lines: ReactNode }[];
  save: string;
  leave: string;
  /** what stands behind the last part */
  children?: ReactNode;
};

/** The lines of a text, part by part, in every language that it has. */
export function LinesForm({ action, article, accountId, concept, noEnglish, parts, save, leave, children }: FormProps) {
  const ways = (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink as={Link} href={`/admin/articles/${article.id}`} variant="text">
        {leave}
      </ButtonLink>
    </div>
  );
  return (
    <Form action={action} concept={concept} address={`/admin/articles/${article.id}/parts`} guarded>
      <HiddenField name="articleId" value={article.id} />
      <HiddenField name="version" value={article.version} />
      <Words of={['articles.kept']}>
        <WritingFrame of={`${article.id}/parts`} accountId={accountId} ways={ways}>
          {!isInEnglish(article) && <p className="mt-4">{noEnglish}</p>}
          {parts.map(({ part, title, hint, lines }) => (
            <section key={part} className="mt-8 border-ink border-t-2 pt-4">
              <h2>{title}</h2>
              <p className="mt-1 mb-4 max-w-[44em] text-ink-2">{hint}</p>
              {lines}
            </section>
          ))}
          {children}
          {isInEnglish(article) && (
            <div className="mt-8 border-ink border-t-2 pt-4">
              <FollowingField behind={article.behind} />
            </div>
          )}
        </WritingFrame>
      </Words>
    </Form>
  );
}

/** Whether lines are asked for in English too: an edition begun in Vietnamese alone gets them once it has English words. */
export const isInEnglish = ({ texts }: ArticleDraft) => texts.some(({ locale }) => locale === 'en');

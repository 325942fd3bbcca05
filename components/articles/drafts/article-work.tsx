import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { ArticleDraft } from '@/domain/articles/draft';
import { articleHref } from '../article-href';

type Actions = { publish: FormAction; withdraw: FormAction; move: FormAction };

const publishWords = { draft: 'publish', changed: 'publishNew', withdrawn: 'publishAgain' } as const;

/** The actions on an article now: the next step first, the one that takes it away last. */
export function ArticleWork({ article, publish, withdraw, move }: Actions & { article: ArticleDraft }) {
  const { state, publishable, outdated } = article;
  const shows = state === 'published' || state === 'changed';
  return (
    <>
      {state !== 'published' && <NextStep article={article} state={state} action={publish} />}
      {shows && <PublicPages article={article} />}
      {shows && publishable && <Withdraw article={article} action={withdraw} />}
      {state === 'published' && publishable && outdated.length > 0 && <Move article={article} action={move} />}
    </>
  );
}

type StepProps = { article: ArticleDraft; action: FormAction };

function NextStep({ article, state, action }: StepProps & { state: keyof typeof publishWords }) {
  const t = useTranslations('articles.record');
  return (
    <Panel title={t('work')} grid>
      {article.publishable ? (
        <Form action={action} concept="articles">
          <Claimed article={article} />
          <p className="mb-4">{t('publishLead')}</p>
          <SubmitButton icon="send">{t(publishWords[state])}</SubmitButton>
        </Form>
      ) : (
        <p>{t('publishOthers')}</p>
      )}
    </Panel>
  );
}

/** Each language that has an address: what readers see right now. */
function PublicPages({ article }: { article: ArticleDraft }) {
  const t = useTranslations('articles.record');
  return (
    <Panel title={t('public')}>
      <div className="grid gap-2.5">
        {(['vi', 'en'] as const).map((locale) => {
          const slug = article.publicIn.includes(locale) && article.slugs[locale];
          return (
            slug && (
              <ButtonLink key={locale} href={articleHref(locale, { kind: article.kind, slug })} icon="globe" compact>
                {t(`publicIn.${locale}`)}
              </ButtonLink>
            )
          );
        })}
      </div>
    </Panel>
  );
}

function Withdraw({ article, action }: StepProps) {
  const t = useTranslations('articles.record');
  return (
    <Panel title={t('withdraw')}>
      <Form action={action} concept="articles">
        <HiddenField name="articleId" value={article.id} />
        <p className="mb-4">{t('withdrawLead')}</p>
        <TextArea name="notice" label={t('notice')} hint={t('noticeHint')} rows={2} maxLength={400} optional />
        <SubmitButton variant="danger" icon="cross">
          {t('withdraw')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

function Move({ article, action }: StepProps) {
  const t = useTranslations('articles.record');
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-lotus underline underline-offset-[.22em]">
        {t('address')}
      </summary>
      <p className="mt-1 mb-2">{t('addressLead')}</p>
      <ul className="mb-4 text-ink-2 text-sm">
        {article.outdated.map((locale) => (
          <li key={locale} className="break-all">
            {articleHref(locale, { kind: article.kind, slug: article.slugs[locale] ?? '' })}
          </li>
        ))}
      </ul>
      <Form action={action} concept="articles">
        <Claimed article={article} />
        <SubmitButton variant="secondary" compact>
          {t('move')}
        </SubmitButton>
      </Form>
    </details>
  );
}

/** Which text she has read: nobody publishes what was changed behind her back. */
const Claimed = ({ article }: { article: ArticleDraft }) => (
  <>
    <HiddenField name="articleId" value={article.id} />
    <HiddenField name="version" value={article.version} />
  </>
);

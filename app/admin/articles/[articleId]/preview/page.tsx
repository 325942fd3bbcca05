import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { LinkForm } from '@/components/newsroom/previews/link-form';
import { LinkList } from '@/components/newsroom/previews/link-list';
import { PreviewCards, PreviewFound, PreviewFrame } from '@/components/newsroom/previews/preview-views';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { Preview, Publicity } from '@/domain/newsroom/previews/preview';
import type { PreviewLink } from '@/domain/newsroom/previews/preview-link';
import { findPreview, findPublicity, listPreviewLinks } from '@/domain/newsroom/previews/preview-queries';
import { type Locale, locales } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { articlesPath, previewPath } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { endPreviewLink, makePreviewLink } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/preview'>;

const VIEWS = ['phone', 'computer', 'card', 'found'] as const;
type View = (typeof VIEWS)[number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).articleId);
  return { title: (await getTranslations('previews'))('titleOf', { title: titleOf(article.texts) }) };
}

/** The newest text as its readers will see it, phones first, and the addresses by which others look before. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await loadArticle(articleId);
  const locale: Locale = oneOf(query.locale) === 'en' ? 'en' : 'vi';
  const view = VIEWS.find((each) => each === oneOf(query.as)) ?? 'phone';
  const [t, a, preview, publicity, links] = await Promise.all([
    getTranslations('previews'),
    getTranslations('articles.admin'),
    findPreview(viewer, articleId, locale),
    findPublicity(viewer, articleId),
    listPreviewLinks(viewer, articleId),
  ]);
  const title = titleOf(article.texts);
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: title, href: `${articlesPath}/${articleId}` },
    { label: t('title') },
  ];
  return (
    <LivePage>
      {oneOf(query.said) === 'ended' && <Notice title={t('links.ended')} />}
      <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={t('title')} lead={t('lead')} />
      <Ways articleId={articleId} locale={locale} view={view} />
      {preview ? <Shown articleId={articleId} locale={locale} view={view} preview={preview} /> : <p>{t('noText')}</p>}
      {article.editable && <Links article={article} title={title} links={links} publicity={publicity} />}
    </LivePage>
  );
}

type WaysProps = { articleId: string; locale: Locale; view: View };

function Ways({ articleId, locale, view }: WaysProps) {
  const t = useTranslations('previews');
  const hrefOf = (asked: { locale: Locale; as: View }) => `${previewPath(articleId)}?${new URLSearchParams(asked)}`;
  return (
    <div className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
      <Segmented
        as={Link}
        label={t('view')}
        segments={VIEWS.map((as) => ({
          href: hrefOf({ locale, as }),
          label: t(`views.${as}`),
          current: as === view,
        }))}
      />
      <Segmented
        as={Link}
        label={t('language')}
        segments={locales.map((each) => ({
          href: hrefOf({ locale: each, as: view }),
          label: t(`languages.${each}`),
          current: each === locale,
        }))}
      />
    </div>
  );
}

function Shown({ articleId, locale, view, preview }: WaysProps & { preview: Preview }) {
  const t = useTranslations('previews');
  const href = hrefTo(locale, 'articlePreview', { slug: articleId });
  return (
    <>
      {preview.pictureHidden && (
        <p className="mb-4 max-w-3xl border-lotus border-l-4 pl-3">
          {t('pictureHidden')} <Link href={`${articlesPath}/${articleId}/picture`}>{t('picture')}</Link>
        </p>
      )}
      {view === 'card' && <PreviewCards articleId={articleId} locale={locale} />}
      {view === 'found' && <PreviewFound preview={preview} href={href} locale={locale} />}
      {(view === 'phone' || view === 'computer') && <PreviewFrame key={view} href={href} view={view} />}
    </>
  );
}

type LinksProps = { article: ArticleDraft; title: string; links: readonly PreviewLink[]; publicity: Publicity };

/** For who writes: addresses that lead here without an account. */
function Links({ article: { id, number }, title, links, publicity }: LinksProps) {
  const t = useTranslations('previews.links');
  return (
    <Panel title={t('title')} id="links" className="mt-8 max-w-3xl">
      <p className="mb-4">{t('lead')}</p>
      {(links.length > 0 || publicity === 'never') && (
        <LinkList links={links} articleId={id} number={number} action={endPreviewLink} />
      )}
      <div className="mt-5">
        {publicity === 'never' ? (
          <Words of={['previews.links', 'messages.copying']}>
            <LinkForm action={makePreviewLink} articleId={id} title={title} />
          </Words>
        ) : (
          <p>{t(publicity === 'now' ? 'published' : 'wasPublic')}</p>
        )}
      </div>
    </Panel>
  );
}

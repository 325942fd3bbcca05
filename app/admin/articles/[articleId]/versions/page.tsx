import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import type { BesideNames } from '@/components/articles/versions/changed-beside';
import { VersionChoice } from '@/components/articles/versions/version-choice';
import { VersionComparison } from '@/components/articles/versions/version-comparison';
import { VersionList } from '@/components/articles/versions/version-list';
import { VersionRestore } from '@/components/articles/versions/version-restore';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { TextVersion } from '@/domain/articles/versions/version';
import { findVersionWords, listVersions } from '@/domain/articles/versions/version-queries';
import type { Locale } from '@/i18n/locales';
import { articlesPath } from '../../asked';
import { aboutChoices } from '../../choices';
import { loadArticle, titleOf } from '../load';
import { restoreText } from './actions';
import { type Asked, addressOf, askedOf } from './asked';

type Props = PageProps<'/admin/articles/[articleId]/versions'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadArticle((await params).articleId);
  return { title: (await getTranslations('articles.versions'))('titleOf', { title: titleOf(article.texts) }) };
}

/** Every text that was saved of an article, two of them beside each other, and the way back to an earlier one. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ articleId }, asked] = await Promise.all([params, searchParams.then(askedOf)]);
  const { viewer, article } = await loadArticle(articleId);
  const { lang, after } = asked;
  const { versions, next } = await listVersions(viewer, articleId, lang, after);
  const newest = article.texts.find(({ locale }) => locale === lang)?.id;
  const to = asked.to ?? newest ?? versions[0]?.id ?? '';
  const from = asked.from ?? versions.find(({ id }) => id !== to)?.id ?? '';
  const [[before = null, later = null], names] = await Promise.all([
    findVersionWords(viewer, articleId, lang, [from, to]),
    namesBeside(viewer),
  ]);
  return (
    <LivePage>
      <Head article={article} lang={lang} />
      <div className="mt-5 grid items-start gap-x-8 gap-y-8 2xl:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid min-w-0 gap-6">
          {versions.length > 0 && (
            <VersionChoice asked={{ ...asked, from, to }} article={article} versions={versions} newest={newest} />
          )}
          <VersionComparison
            lang={lang}
            chosen={Boolean(from)}
            none={versions.length === 0}
            from={before}
            to={later}
            names={names}
          />
          {before && article.editable && from !== newest && (
            <VersionRestore
              article={article}
              textId={from}
              title={before.title}
              knows={before.beside !== null}
              action={restoreText}
            />
          )}
        </div>
        <Versions articleId={articleId} asked={asked} chosen={from} versions={versions} next={next} />
      </div>
    </LivePage>
  );
}

type VersionsProps = {
  articleId: string;
  asked: Asked;
  /** which of them is compared with the newest */
  chosen: string;
  versions: readonly TextVersion[];
  next: string | null;
};

/** All of them, a page at a time. */
function Versions({ articleId, asked: { lang, after }, chosen, versions, next }: VersionsProps) {
  const t = useTranslations('articles.versions');
  return (
    <section className="min-w-0">
      <h2 className="mb-2">{t('all')}</h2>
      <VersionList
        versions={versions}
        lang={lang}
        chosen={chosen}
        compare={(id) => addressOf(articleId, { lang, from: id, ...(after && { after }) })}
      />
      <p className="mt-3 text-ink-2 text-sm">{t('kept')}</p>
      <Pager as={Link} next={next && addressOf(articleId, { lang, after: next })} />
    </section>
  );
}

/** What places and topics are called that stood beside a version. */
async function namesBeside(viewer: Viewer): Promise<BesideNames> {
  const { communes, skills } = await aboutChoices(viewer);
  const named = (options: typeof communes) => Object.fromEntries(options.map(({ value, label }) => [value, label]));
  return { communes: named(communes), topics: named(skills) };
}

function Head({ article, lang }: { article: ArticleDraft; lang: Locale }) {
  const t = useTranslations('articles');
  const crumbs = [
    { label: t('admin.title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${article.id}` },
    { label: t('versions.title') },
  ];
  const languages = (['vi', 'en'] as const).map((locale) => ({
    href: addressOf(article.id, { lang: locale }),
    label: t(`languages.${locale}`),
    current: locale === lang,
  }));
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('versions.title')}
        lead={t('versions.lead')}
      />
      <Segmented as={Link} label={t('versions.languages')} segments={languages} />
    </>
  );
}

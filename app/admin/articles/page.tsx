import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { ArticleTable } from '@/components/articles/drafts/article-table';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import type { IconName } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import { listArticles } from '@/domain/articles/draft-list-queries';
import { mayArrange } from '@/domain/articles/front/front-queries';
import { listReads } from '@/domain/articles/reads/read-queries';
import { listStandings } from '@/domain/newsroom/standing-queries';
import { requireViewer } from '@/server/sign-in/session';
import { type Asked, ageingPath, articlesPath, askedOf, frontPath, listAddress, readsPath, rulingsPath } from './asked';

const icons = { news: 'newspaper', story: 'book', guide: 'phone', alert: 'warning' } as const satisfies Record<
  ArticleKind,
  IconName
>;

async function viewerHere() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'articles.see') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerHere();
  return { title: (await getTranslations('articles.admin'))('title') };
}

export default async function ArticlesPage({ searchParams }: PageProps<'/admin/articles'>) {
  const viewer = await viewerHere();
  const asked = askedOf(await searchParams);
  const read = await keptThisMinute(viewer, `articles ${JSON.stringify(asked)}`, () => readAll(viewer, asked));
  const { articles, next, standings, reads } = read;
  const t = await getTranslations('articles.admin');
  const found = next || asked.after ? t('newest') : t('found', { count: articles.length });
  return (
    <LivePage of={read}>
      <PageHead title={t('title')} lead={t('lead')} actions={<Deeds viewer={viewer} kind={asked.kind} />} />
      <Filters asked={asked} found={found} />
      {articles.length > 0 ? (
        <ArticleTable articles={articles} standings={standings} reads={reads} />
      ) : (
        <NoArticles asked={asked} />
      )}
      <Pager as={Link} next={next && listAddress({ ...asked, after: next })} />
    </LivePage>
  );
}

/** A page of the list, where each piece stands and how often it was read. */
async function readAll(viewer: Viewer, asked: Asked) {
  const page = await listArticles(viewer, asked);
  const ids = page.articles.map(({ id }) => id);
  const [standings, reads] = await Promise.all([listStandings(viewer, ids), listReads(viewer, ids)]);
  return { ...page, standings, reads };
}

/** Where she goes on from the list: to write, and to what she keeps of all articles. */
function Deeds({ viewer, kind }: { viewer: Viewer; kind: ArticleKind | undefined }) {
  const t = useTranslations('articles.admin');
  const newsroom = useTranslations('newsroom.rulings');
  return (
    <>
      {mayAnywhere(viewer, 'articles.write') && (
        <ButtonLink as={Link} href={`${articlesPath}/new${kind ? `?kind=${kind}` : ''}`} variant="primary" icon="plus">
          {t('new')}
        </ButtonLink>
      )}
      {mayAnywhere(viewer, 'articles.publish') && (
        <ButtonLink as={Link} href={ageingPath}>
          {t('ageing')}
        </ButtonLink>
      )}
      <ButtonLink as={Link} href={readsPath}>
        {t('mostRead')}
      </ButtonLink>
      {mayArrange(viewer) && (
        <ButtonLink as={Link} href={frontPath}>
          {t('front')}
        </ButtonLink>
      )}
      {mayForProvince(viewer, 'articles.rule') && (
        <ButtonLink as={Link} href={rulingsPath}>
          {newsroom('title')}
        </ButtonLink>
      )}
    </>
  );
}

function Filters({ asked, found }: { asked: Asked; found: string }) {
  const t = useTranslations('articles');
  const { kind, after: _after, ...words } = asked;
  const { approval, review, translation, q } = words;
  const without = (name: keyof typeof words) => {
    const { [name]: _left, ...others } = words;
    return listAddress({ ...(kind && { kind }), ...others });
  };
  const kinds = [
    { href: listAddress(words), label: t('admin.kinds.all'), current: !kind },
    ...articleKinds.map((each) => ({
      href: listAddress({ kind: each, ...words }),
      label: t(`admin.kinds.${each}`),
      icon: icons[each],
      current: each === kind,
    })),
  ];
  return (
    <>
      <div className="mb-5">
        <Segmented as={Link} label={t('admin.kind')} segments={kinds} />
      </div>
      <Bar asked={asked} />
      <FilterChips
        as={Link}
        found={found}
        chips={[
          ...(approval ? [{ label: t('admin.approvalMissing'), without: without('approval') }] : []),
          ...(review ? [{ label: t('admin.reviewDue'), without: without('review') }] : []),
          ...(translation ? [{ label: t('admin.translationBehind'), without: without('translation') }] : []),
          ...(q ? [{ label: `“${q}”`, without: without('q') }] : []),
        ]}
      />
    </>
  );
}

function Bar({ asked: { kind, approval, review, translation, q } }: { asked: Asked }) {
  const t = useTranslations('articles');
  return (
    <FilterBar action={articlesPath} label={t('admin.label')}>
      {kind && <input type="hidden" name="kind" value={kind} />}
      <FilterSelect
        name="approval"
        label={t('admin.approval')}
        value={approval}
        options={[{ value: 'missing', label: t('admin.approvalMissing') }]}
      />
      <FilterSelect
        name="review"
        label={t('admin.review')}
        value={review}
        options={[{ value: 'due', label: t('admin.reviewDue') }]}
      />
      <FilterSelect
        name="translation"
        label={t('admin.translation')}
        value={translation}
        options={[{ value: 'behind', label: t('admin.translationBehind') }]}
      />
      <FilterText name="q" label={t('admin.search')} value={q} placeholder={t('admin.searchHint')} />
    </FilterBar>
  );
}

function NoArticles({ asked }: { asked: Asked }) {
  const t = useTranslations('articles.admin');
  const narrowed = Boolean(asked.q || asked.kind || asked.approval || asked.review || asked.translation);
  return (
    <EmptyState
      icon="newspaper"
      title={t(narrowed ? 'nothing' : 'empty')}
      action={
        narrowed && (
          <ButtonLink as={Link} href={articlesPath}>
            {t('all')}
          </ButtonLink>
        )
      }
    >
      {t(narrowed ? 'nothingHint' : 'emptyHint')}
    </EmptyState>
  );
}

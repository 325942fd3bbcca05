import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { PictureGrid } from '@/components/pictures/picture-grid';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar, FilterChips, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listPictures } from '@/domain/pictures/library-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askedOf, listAddress, pictureAddress, picturesPath } from './asked';

async function viewerHere() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'pictures.see') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerHere();
  return { title: (await getTranslations('pictures'))('title') };
}

export default async function PicturesPage({ searchParams }: PageProps<'/admin/pictures'>) {
  const viewer = await viewerHere();
  const query = await searchParams;
  const asked = askedOf(query);
  const [t, { pictures, next }] = await Promise.all([getTranslations('pictures'), listPictures(viewer, asked)]);
  const found = next || asked.after ? t('newest') : t('found', { count: pictures.length });
  return (
    <LivePage>
      {oneOf(query.said) === 'removed' && <Notice title={t('said.removed')} />}
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          mayAnywhere(viewer, 'pictures.keep') && (
            <ButtonLink as={Link} href={`${picturesPath}/new`} variant="primary" icon="plus">
              {t('add')}
            </ButtonLink>
          )
        }
      />
      <FilterBar action={picturesPath} label={t('filter')}>
        <FilterText name="q" label={t('search')} value={asked.q} placeholder={t('searchHint')} />
      </FilterBar>
      <FilterChips as={Link} found={found} chips={asked.q ? [{ label: `“${asked.q}”`, without: picturesPath }] : []} />
      {pictures.length > 0 ? (
        <PictureGrid pictures={pictures} addressOf={pictureAddress} />
      ) : (
        <EmptyState title={t(asked.q ? 'nothing' : 'empty')}>{t(asked.q ? 'nothingHint' : 'emptyHint')}</EmptyState>
      )}
      <Pager as={Link} next={next && listAddress({ ...asked, after: next })} />
    </LivePage>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { HostPanel } from '@/components/links/host-panel';
import { LinkTable } from '@/components/links/link-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Form } from '@/components/ui/forms/form';
import { Segmented } from '@/components/ui/forms/segmented';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { env } from '@/domain/ground/env';
import { type LinkList, linkLists } from '@/domain/links/link';
import { listAddedHosts, listLinks } from '@/domain/links/link-queries';
import { requireViewer } from '@/server/sign-in/session';
import { articlesPath, linksPath } from '../asked';
import { addHost, lookNow, removeHost } from './actions';

const SAID = ['added', 'removed', 'looking'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'articles.publish') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('links'))('title') };
}

const addressOf = (list: LinkList, after?: string) =>
  `${linksPath}?${new URLSearchParams({ list, ...(after ? { after } : {}) })}`;

/** Links of public texts that lead nowhere, with the texts that name them; and which hosts may be asked. */
export default async function LinksPage({ searchParams }: PageProps<'/admin/articles/links'>) {
  const viewer = await load();
  const query = await searchParams;
  const list = linkLists.find((each) => each === oneOf(query.list)) ?? 'broken';
  const after = oneOf(query.after);
  const [t, articles, { links, next }, hosts] = await Promise.all([
    getTranslations('links'),
    getTranslations('articles.admin'),
    listLinks(viewer, { list, ...(after ? { after } : {}) }),
    listAddedHosts(viewer),
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: articles('title'), href: articlesPath }]} />}
        title={t('title')}
        lead={t(env.LINK_CHECK === 'on' ? 'lead' : 'leadOwn')}
        actions={
          hosts && (
            <Form action={lookNow} concept="links">
              <SubmitButton variant="secondary">{t('now')}</SubmitButton>
            </Form>
          )
        }
      />
      <Lists list={list} />
      {links.length > 0 ? (
        <LinkTable links={links} />
      ) : (
        <EmptyState icon="check" title={t(`none.${list}`)}>
          {t('noneHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && addressOf(list, next)} />
      {hosts && (
        <div className="mt-10 max-w-2xl">
          <HostPanel hosts={hosts} address={addressOf(list, after)} add={addHost} remove={removeHost} />
        </div>
      )}
    </LivePage>
  );
}

function Lists({ list }: { list: LinkList }) {
  const t = useTranslations('links');
  return (
    <div className="mb-5">
      <Segmented
        as={Link}
        label={t('which')}
        segments={linkLists.map((each) => ({
          href: addressOf(each),
          label: t(`lists.${each}`),
          current: each === list,
        }))}
      />
    </div>
  );
}

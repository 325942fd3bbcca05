import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { RulingForm } from '@/components/newsroom/rulings/ruling-form';
import { RulingList } from '@/components/newsroom/rulings/ruling-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import { mayForProvince } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import { listRulings } from '@/domain/newsroom/rulings/ruling-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { articlesPath, rulingsPath } from '../asked';
import { revokeApprovalRuling, ruleApproval } from './actions';

const SAID = ['ruled', 'revoked'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayForProvince(viewer, 'articles.rule') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('newsroom.rulings'))('title') };
}

/** Where whoever writes may approve: on record, and the way to let another office do so. */
export default async function RulingsPage({ searchParams }: PageProps<'/admin/articles/rulings'>) {
  const viewer = await load();
  const query = await searchParams;
  const [t, articles, found, { question }] = await Promise.all([
    getTranslations('newsroom.rulings'),
    getTranslations('articles.admin'),
    listRulings(viewer, oneOf(query.after)),
    askForUnit(viewer, { permission: 'articles.rule', levels: ['province', 'commune', 'sub_association'] }, undefined),
  ]);
  const { rulings, next } = found ?? notFound();
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: articles('title'), href: articlesPath }]} />}
        title={t('title')}
        lead={t('lead')}
      />
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_420px]">
        <section className="min-w-0">
          <h2 className="mb-3">{t('list')}</h2>
          {rulings.length > 0 ? (
            <RulingList rulings={rulings} today={today()} revoke={revokeApprovalRuling} />
          ) : (
            <EmptyState icon="newspaper" title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          )}
          <Pager as={Link} next={next && `${rulingsPath}?after=${next}`} />
        </section>
        <RulingForm action={ruleApproval} question={question} today={today()} />
      </div>
    </LivePage>
  );
}

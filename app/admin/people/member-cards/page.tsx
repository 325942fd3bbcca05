import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { WaitingCards } from '@/components/member-cards/waiting-cards';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { CARDS_MAX } from '@/domain/member-cards/member-card';
import { listWaitingCards } from '@/domain/member-cards/queries';
import { requireViewer } from '@/server/sign-in/session';
import { peoplePath } from '../asked';

const HERE = `${peoplePath}/member-cards`;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'member-cards.make')) notFound();
  return { title: (await getTranslations('member-cards.waiting'))('title') };
}

/** Cards that were made and wait to be printed and handed over. */
export default async function WaitingCardsPage({ searchParams }: PageProps<'/admin/people/member-cards'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'member-cards.make')) notFound();
  const after = oneOf((await searchParams).after);
  const [t, people, cards] = await Promise.all([
    getTranslations('member-cards'),
    getTranslations('people'),
    listWaitingCards(viewer, after ? { after } : {}),
  ]);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: people('title'), href: peoplePath }, { label: t('waiting.title') }]}
          />
        }
        title={t('waiting.title')}
        lead={t('waiting.lead')}
        actions={
          cards.length > 0 && (
            <a
              href={`${HERE}/print${after ? `?after=${encodeURIComponent(after)}` : ''}`}
              className={buttonClass({ variant: 'primary' })}
              download
            >
              <Icon name="printer" />
              {t('print.all')}
            </a>
          )
        }
      />
      {cards.length === 0 ? (
        <EmptyState title={t('waiting.none')}>{t('waiting.noneHint')}</EmptyState>
      ) : (
        <>
          <p className="mb-4 text-ink-2">{t('print.hint')}</p>
          <WaitingCards locale={viewer.locale} cards={cards} />
          {cards.length === CARDS_MAX && (
            <p className="mt-4">
              <Link href={`${HERE}?after=${cards.at(-1)?.id}`}>{t('waiting.next')}</Link>
            </p>
          )}
        </>
      )}
    </LivePage>
  );
}

import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { DrawnOnce } from '@/components/layout/ready/drawn-once';
import { NobodyThere, Resting } from '@/components/reminders/not-asked';
import { listOf } from '@/components/reminders/part-words';
import { ReceivingTable } from '@/components/reminders/receiving-table';
import { RemindForm } from '@/components/reminders/remind-form';
import { ToldTable } from '@/components/reminders/told-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/domain/access/viewer';
import { type Asked, factsOf } from '@/domain/reminders/facts';
import { type Due, usualLastDay } from '@/domain/reminders/reminder';
import { reminderWords, toldReminder } from '@/i18n/reminder-words';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf as matrixAddress } from '../../coverage/[communeId]/asked';
import { remind } from './actions';
import { type AskedReminder, addressOf, askedOf } from './asked';
import { keyOf, loadDue } from './load';

type Props = PageProps<'/admin/reminders/new'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await loadDue(keyOf(askedOf(await searchParams)));
  return { title: (await getTranslations('reminders'))('title') };
}

/** Who answers for the units that are ticked: who gets a reminder, in which words, and who has to be told otherwise. */
export default async function NewReminderPage({ searchParams }: Props) {
  const [viewer, query, t] = await Promise.all([requireViewer(), searchParams, getTranslations('reminders')]);
  const asked = askedOf(query);
  const { due, preview } = await loadDue(keyOf(asked));
  const mayRemind = due.length > 0 && due.every((each) => each.mayRemind);
  return (
    <LivePage>
      <Head asked={asked} due={due} demo={preview.demo} lead={t(mayRemind ? 'lead' : 'leadSeen')} />
      {asked.sent && <Notice title={t('sent', asked.sent)} />}
      {due.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Preview viewer={viewer} asked={asked} due={due} preview={preview} mayRemind={mayRemind} />
      )}
    </LivePage>
  );
}

type HeadProps = { asked: AskedReminder; due: Due[]; demo: boolean; lead: string };

function Head({ asked, due, demo, lead }: HeadProps) {
  const t = useTranslations('reminders');
  const coverage = useTranslations('coverage.admin');
  const communeId = asked.communeId ?? due.find((each) => each.communeId)?.communeId;
  return (
    <PageHead
      above={
        <Breadcrumbs
          as={Link}
          crumbs={[
            { label: coverage('title'), href: '/admin/coverage' },
            ...(communeId ? [{ label: t('back'), href: matrixAddress(communeId, { lacks: asked.lacks }) }] : []),
            { label: t('title') },
          ]}
        >
          {demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={t('title')}
      lead={lead}
    />
  );
}

type PreviewProps = {
  viewer: Viewer;
  asked: AskedReminder;
  due: Due[];
  preview: Awaited<ReturnType<typeof loadDue>>['preview'];
  mayRemind: boolean;
};

function Preview({ viewer, asked, due, preview, mayRemind }: PreviewProps) {
  const t = useTranslations('reminders');
  const words = { t, missing: useTranslations('coverage.missing') };
  const { receiving, told, resting, nobody, communes, last } = preview;
  const facts = (each: Asked) => factsOf({ viewer, communes, lastDay: usualLastDay() }, each.due);
  const open = due.filter((each) => !resting.includes(each));
  return (
    <>
      {open.length > 0 && <h2 className="mb-2">{t('receive.title', { count: receiving.length })}</h2>}
      <DrawnOnce of={preview} as="receiving">
        <ReceivingTable people={receiving} wordsTo={(each) => reminderWords(viewer.locale, facts(each))} />
      </DrawnOnce>
      {mayRemind && receiving.length > 0 && (
        <RemindForm
          action={remind}
          askingId={randomUUID()}
          unitIds={open.map(({ unitId }) => unitId)}
          people={receiving.length}
          back={addressOf({ ...asked, sent: undefined }).split('?')[1] ?? ''}
        />
      )}
      <DrawnOnce of={preview} as="told">
        <ToldTable
          people={told}
          language={viewer.locale}
          textTo={(each) =>
            toldReminder(viewer.locale, facts(each), { name: each.who.name, list: listOf(words, each.due) })
          }
        />
        <Resting locale={viewer.locale} due={resting} last={last} />
        <NobodyThere due={nobody} />
      </DrawnOnce>
    </>
  );
}

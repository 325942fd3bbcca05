import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { KeysForm } from '@/components/second-pairs/keys-form';
import { RequestList } from '@/components/second-pairs/request-list';
import { RuleList } from '@/components/second-pairs/rule-list';
import { Notice } from '@/components/ui/notice';
import { findSeconds } from '@/domain/second-pairs/seconds-queries';
import { getOwner, requireViewer } from '@/server/sign-in/session';
import { agreeAsSecond, askForKeys, changeRule, refuseAsSecond } from './actions';
import { subjectsOf } from './subjects';

type Props = PageProps<'/admin/second-pairs'>;

const load = cache(async () => (await findSeconds(await requireViewer())) ?? notFound());

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('second-pairs'))('title') };
}

const SAID = [
  'asked',
  'asked-list',
  'asked-keys',
  'agreed-list',
  'agreed-keys',
  'done',
  'done-by-words',
  'refused',
  'taken-back',
  'ruled',
  'changed-meanwhile',
  'request-over',
] as const;
/** Nothing was done, or not yet. */
const NOT_DONE = new Set<string | undefined>([
  'asked',
  'asked-list',
  'asked-keys',
  'changed-meanwhile',
  'request-over',
]);

/** Deeds that two decide: what waits for her word, what she asked for, and the rules. */
export default async function SecondPairsPage({ searchParams }: Props) {
  const [viewer, owner, { waiting, asked, rules, mayRule }, query, t] = await Promise.all([
    requireViewer(),
    getOwner(),
    load(),
    searchParams,
    getTranslations('second-pairs'),
  ]);
  const subjects = await subjectsOf(viewer, [...waiting, ...asked]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const shown = { subjects, locale: viewer.locale, refuse: refuseAsSecond };
  return (
    <LivePage>
      {said && <Notice tone={NOT_DONE.has(said) ? 'information' : 'done'} title={t(`said.${said}`)} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <section id="waiting">
        <h2 className="mb-3">{t('waiting')}</h2>
        {waiting.length > 0 ? (
          <RequestList {...shown} requests={waiting} agree={agreeAsSecond} isFresh={owner?.isFresh === true} />
        ) : (
          <p>{t('waitingNone')}</p>
        )}
      </section>
      <section id="asked" className="mt-10">
        <h2 className="mb-3">{t('asked')}</h2>
        {asked.length > 0 ? <RequestList {...shown} requests={asked} /> : <p>{t('askedNone')}</p>}
      </section>
      <section id="rules" className="mt-10">
        <h2 className="mb-2">{t('rules')}</h2>
        <p className="mb-4 max-w-[44em]">{t('rulesLead')}</p>
        <RuleList rules={rules} locale={viewer.locale} {...(mayRule && { change: changeRule })} />
      </section>
      {mayRule && <KeysForm ask={askForKeys} />}
    </LivePage>
  );
}

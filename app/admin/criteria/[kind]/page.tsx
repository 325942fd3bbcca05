import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { EditionCriteria } from '@/components/digital-models/criteria/edition-criteria';
import { PlanForm } from '@/components/digital-models/criteria/edition-forms';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { addDays, today } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import type { Edition } from '@/domain/digital-models/criteria/criteria';
import { listEditions } from '@/domain/digital-models/criteria/criteria-queries';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { planCriteria } from '../actions';
import { PlannedEdition } from './planned-edition';

type Props = PageProps<'/admin/criteria/[kind]'>;

const saids = ['planned', 'moved', 'dropped', 'saved'] as const;

async function load({ params }: Pick<Props, 'params'>) {
  const [{ kind: asked }, viewer] = await Promise.all([params, requireViewer()]);
  const kind = modelKinds.find((each) => each === asked);
  if (!kind || !mayAnywhere(viewer, 'digital-models.see')) notFound();
  return { viewer, kind };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { kind } = await load(props);
  const t = await getTranslations('digital-models');
  return { title: t('checklists.of', { kind: t(`kind.${kind}`) }) };
}

export default async function ChecklistPage(props: Props) {
  const [{ viewer, kind }, query, t] = await Promise.all([
    load(props),
    props.searchParams,
    getTranslations('digital-models'),
  ]);
  const { inForce, planned, past } = await listEditions(viewer, kind);
  const sets = mayForProvince(viewer, 'digital-models.set-criteria');
  const done = saids.find((each) => each === query.said);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('checklists.title'), href: '/admin/criteria' }]} />}
        title={t('checklists.of', { kind: t(`kind.${kind}`) })}
        lead={t('checklists.kindLead')}
      />
      {done && <Notice title={t(`checklists.said.${done}`)} />}
      <div className="grid max-w-3xl gap-10">
        {inForce ? (
          <EditionPanel title={t('checklists.inForce')} edition={inForce} />
        ) : (
          <p>{t('checklists.noEdition')}</p>
        )}
        {planned && <PlannedEdition edition={planned} sets={sets} editing={String(query.edit ?? '')} />}
        {!planned && sets && (
          <Panel id="planned" title={t('checklists.planTitle')} grid>
            <p className="mb-4">{t('checklists.planLead')}</p>
            <PlanForm action={planCriteria} kind={kind} first={addDays(today(), 1)} />
          </Panel>
        )}
        {past.map((edition) => (
          <EditionPanel key={edition.id} title={t('checklists.past')} edition={edition} />
        ))}
      </div>
    </LivePage>
  );
}

async function EditionPanel({ title, edition }: { title: string; edition: Edition }) {
  const [t, locale] = await Promise.all([getTranslations('digital-models'), getLocale() as Promise<Locale>]);
  const { from, to, decidedBy } = edition;
  const days = to
    ? t('record.span', { from: formatDay(locale, from), to: formatDay(locale, lastDayBefore(to)) })
    : t('record.from', { from: formatDay(locale, from) });
  return (
    <section>
      <h2>{title}</h2>
      <p className="mb-3 text-ink-2">
        {[
          t('checklists.edition', { edition: formatNumber(locale, edition.edition) }),
          days,
          decidedBy && t('record.recordedBy', { name: decidedBy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <EditionCriteria edition={edition} />
    </section>
  );
}

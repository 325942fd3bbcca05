import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { CheckAnswerForm, RemarkForm, TakeOverForm } from '@/components/spot-checks/check-forms';
import { usePlaceWords } from '@/components/spot-checks/check-list';
import { Found, WhatToSee, WhereToMend, WhomToCall } from '@/components/spot-checks/check-parts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf, today } from '@/domain/days/day';
import { findSpotCheck } from '@/domain/spot-checks/check-queries';
import type { SpotCheck } from '@/domain/spot-checks/spot-check';
import { findPublishedReception } from '@/domain/units/reception/reception-queries';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { answerSpotCheck, remarkOnSpotCheck, takeOverSpotCheck } from '../../actions';
import { roundAddress, saidOf, spotChecksPath } from '../../asked';

type Props = PageProps<'/admin/spot-checks/[roundId]/[checkId]'>;

const load = cache(async (roundId: string, checkId: string) => {
  const viewer = await requireViewer();
  const read = await keptFor(viewer, `check by chance ${checkId}`, () => readCheck(viewer, checkId));
  return read && read.check.roundId === roundId ? { viewer, read } : notFound();
});

/** The check and, for who goes there, whom to call. */
async function readCheck(viewer: Viewer, checkId: string) {
  const check = await findSpotCheck(viewer, checkId);
  const { communeId = null, may } = check ?? {};
  const reception = may?.answer && communeId ? await findPublishedReception(communeId) : null;
  return check && { check, reception };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ roundId, checkId }, t] = await Promise.all([params, getTranslations('spot-checks.check')]);
  const { check } = (await load(roundId, checkId)).read;
  return { title: t('title', { unit: check.place.name }) };
}

/** One check, for a phone: where, whom to call, what to look at, and the answer. */
export default async function SpotCheckPage({ params, searchParams }: Props) {
  const [{ roundId, checkId }, query, t] = await Promise.all([params, searchParams, getTranslations('spot-checks')]);
  const { viewer, read } = await load(roundId, checkId);
  const { check, reception } = read;
  const { locale } = viewer;
  const visits = check.may.answer;
  const said = saidOf(query);
  return (
    <LivePage of={said ? undefined : read}>
      <div className="max-w-3xl">
        {said && <Notice title={t(`said.${said}`)} />}
        <Head locale={locale} check={check} />
        <div className="grid gap-6">
          {visits && <WhatToSee look={check.look} />}
          {visits && (
            <Panel>
              <CheckAnswerForm
                key={check.version}
                check={check}
                action={answerSpotCheck}
                first={check.drawnAt ? dayOf(check.drawnAt) : today()}
                today={today()}
              />
            </Panel>
          )}
          {visits ? <WhomToCall reception={reception} /> : <Found check={check} locale={locale} />}
          <OfTheCommune check={check} />
          {check.may.takeOver && <TakeOverForm check={check} action={takeOverSpotCheck} />}
        </div>
      </div>
    </LivePage>
  );
}

function Head({ locale, check }: { locale: Locale; check: SpotCheck }) {
  const t = useTranslations('spot-checks');
  const where = usePlaceWords();
  const { side, roundId, countedOn, place, demo } = check;
  const crumbs = [
    { label: t('title'), href: spotChecksPath },
    ...(side === 'province'
      ? [{ label: t('round', { day: formatDay(locale, countedOn) }), href: roundAddress(roundId) }]
      : []),
  ];
  return (
    <PageHead
      above={
        <Breadcrumbs as={Link} crumbs={crumbs}>
          {demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={place.name}
      lead={
        <>
          {where(check)}. {t('check.countedOn', { day: formatDay(locale, countedOn) })}{' '}
          {t(check.closed ? 'check.over' : 'checks.until', { day: formatDay(locale, check.lastDay) })}
        </>
      }
    />
  );
}

/** Where its record is mended, and what the commune says to what was found; neither is for whoever visited. */
function OfTheCommune({ check }: { check: SpotCheck }) {
  const t = useTranslations('spot-checks.check');
  const { unitId, answer, remark, closed, may } = check;
  if (!closed || !answer || unitId === null) return null;
  return (
    <>
      {answer.result === 'differs' && <WhereToMend unitId={unitId} parts={answer.parts} />}
      {may.remark ? (
        <Panel>
          <RemarkForm key={check.version} check={check} action={remarkOnSpotCheck} />
        </Panel>
      ) : (
        <Panel title={t('remark')}>
          <p className="whitespace-pre-line">{remark ?? t('noRemark')}</p>
        </Panel>
      )}
    </>
  );
}

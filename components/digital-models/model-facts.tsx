import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { lastDayBefore } from '@/domain/days/ending';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { isStop } from '@/domain/digital-models/status';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { fullPlace } from './people/host-name';
import { StatusBadge } from './status/status-badge';

type ModelFactsProps = {
  model: ModelRecord /** of a recognition: how many members its sub-association has */;
  hostMembers: number | null;
};

/** How a model stands today, and the plain facts of it. */
export function ModelFacts({ model, hostMembers }: ModelFactsProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const { host, launchedOn, facts, members, households } = model;
  const entries = [
    { term: t('record.now'), value: <Standing model={model} /> },
    { term: t('record.kind'), value: t(`kind.${model.kind}`) },
    { term: t('record.place'), value: host ? fullPlace(host) : '' },
    { term: t('record.foundedOn'), value: formatDay(locale, model.foundedOn) },
    { term: t('record.launchedOn'), value: launchedOn ? formatDay(locale, launchedOn) : t('record.notLaunched') },
    { term: t('record.decision'), value: facts.decision || t('record.noDecision') },
    ...(facts.meets ? [{ term: t('record.meets'), value: facts.meets }] : []),
    ...(model.pilot ? [{ term: t('record.pilot'), value: t('record.yes') }] : []),
    hostMembers === null
      ? { term: t('record.members'), value: formatNumber(locale, members) }
      : { term: t('record.hostMembers'), value: formatNumber(locale, hostMembers) },
    ...(model.kind === 'digital_family'
      ? [{ term: t('record.households'), value: formatNumber(locale, households) }]
      : []),
  ];
  return <DefinitionList entries={entries} />;
}

function Standing({ model }: { model: ModelRecord }) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const { announced } = model;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <StatusBadge status={model.status} />
      {model.status === 'ended'
        ? t('record.afterLast', { day: formatDay(locale, lastDayBefore(model.since)) })
        : t('record.sinceDay', { day: formatDay(locale, model.since) })}
      {announced && (
        <span className="basis-full">
          {isStop(announced.status)
            ? t('record.announcedStop', {
                now: t(`status.${model.status}`),
                day: formatDay(locale, lastDayBefore(announced.from)),
                status: t(`status.${announced.status}`),
              })
            : t('record.announced', {
                status: t(`status.${announced.status}`),
                day: formatDay(locale, announced.from),
              })}
        </span>
      )}
    </span>
  );
}

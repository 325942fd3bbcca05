import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { SpotCheck, SpotPart } from '@/domain/spot-checks/spot-check';
import type { Reception } from '@/domain/units/reception/reception';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ResultBadge } from './check-list';

/** What to look at, and what she does not need for it. */
export function WhatToSee({ look }: { look: readonly SpotPart[] }) {
  const t = useTranslations('spot-checks.check');
  return (
    <Panel title={t('look')} grid>
      <ul className="grid list-disc gap-2 pl-5">
        {look.map((part) => (
          <li key={part}>{t(`looks.${part}`)}</li>
        ))}
      </ul>
      <p className="mt-3 text-ink-2">{t('blind')}</p>
    </Panel>
  );
}

/** The office to call: public, nobody's own number. */
export function WhomToCall({ reception }: { reception: Reception | null }) {
  const t = useTranslations('spot-checks.check');
  return (
    <Panel title={t('ask')}>
      {reception ? <p>{t('askText')}</p> : <p>{t('noReception')}</p>}
      {reception && (
        <p lang="vi" className="mt-1">
          {[reception.place, reception.hours].filter(Boolean).join('. ')}
          {reception.demo && <DemoMark />}
        </p>
      )}
      {reception?.number && (
        <p className="mt-3">
          <a href={`tel:${reception.number.replace(/\s/g, '')}`} className={buttonClass({})}>
            <Icon name="phone" />
            {reception.number}
          </a>
        </p>
      )}
    </Panel>
  );
}

/** What was found, where somebody has answered. */
export function Found({ check, locale }: { check: SpotCheck; locale: Locale }) {
  const t = useTranslations('spot-checks');
  const { answer } = check;
  return (
    <Panel title={t('check.answered')}>
      <p>
        <ResultBadge check={check} locale={locale} />
      </p>
      {answer && answer.parts.length > 0 && (
        <p className="mt-2 font-semibold">{answer.parts.map((part) => t(`parts.${part}`)).join(', ')}</p>
      )}
      {answer?.seenOn && <p className="mt-2">{t('check.seen', { day: formatDay(locale, answer.seenOn) })}</p>}
      {answer?.note && <blockquote className="mt-2 border-rubber border-l-4 pl-3">{answer.note}</blockquote>}
      {check.side === 'commune' && <p className="mt-2 text-ink-2">{t('check.found')}</p>}
    </Panel>
  );
}

const hrefs: Record<SpotPart, (unitId: string) => string> = {
  family: (unitId) => `/admin/digital-models?kind=digital_family&unit=${unitId}`,
  pair: (unitId) => `/admin/pairs?unit=${unitId}`,
  tie: (unitId) => `/admin/units/${unitId}`,
};

/** Where the record can be corrected that was found to differ; the check itself corrects nothing. */
export function WhereToMend({ unitId, parts }: { unitId: string; parts: readonly SpotPart[] }) {
  const t = useTranslations('spot-checks.check');
  return (
    <Panel title={t('remedy')}>
      <ul className="grid gap-2">
        {parts.map((part) => (
          <li key={part}>
            <Link href={hrefs[part](unitId)}>{t(`remedies.${part}`)}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { useTranslations } from 'next-intl';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import type { FoundSessions as Sessions } from '@/domain/search/search';
import type { Locale } from '@/i18n/locales';
import { FoundSection } from './found-list';
import { SessionLeaves } from './session-leaves';

type FoundSessionsProps = { locale: Locale; found: Sessions /** the address of all of them */; all: string | null };

/** Coming classes, the first to begin first. How many seats are free is told on the page of each. */
export function FoundSessions({ locale, found: { sessions, count }, all }: FoundSessionsProps) {
  const t = useTranslations('search');
  return (
    <FoundSection
      title={t('kinds.session')}
      more={all && count > sessions.length && <MoreLink href={all}>{t('sections.sessionsMore', { count })}</MoreLink>}
    >
      <SessionLeaves locale={locale} sessions={sessions} />
      {sessions.some(({ demo }) => demo) && <DemoMark className="mt-3" />}
    </FoundSection>
  );
}

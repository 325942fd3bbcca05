import { useLocale, useTranslations } from 'next-intl';
import { periodName } from '@/components/reports/report-words';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Ledger } from '@/components/ui/tables/ledger';
import type { Task } from '@/domain/overview/task';
import { keepTogether } from '@/i18n/compounds';
import { formatNumber, formatTime } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type Said, whichWords } from './task-words';

type LedgerProps = {
  tasks: readonly Task[];
  now: Date /** of a place, where something is missing too */;
  missing: boolean;
};

/** What is missing and what waits, the most urgent first: how many, which ones, and the verb that settles it. */
export function TaskLedger({ tasks, now, missing }: LedgerProps) {
  const t = useTranslations('overview');
  const trainings = useTranslations('trainings');
  const jobOf = useTranslations('jobs');
  const locale = useLocale() as Locale;
  const reports = useTranslations('reports');
  const said: Said = {
    locale,
    t,
    jobOf,
    placeOf: (commune) => communeWords(trainings, commune),
    periodOf: (period) => periodName(reports, period),
  };
  return (
    <Ledger
      title={t(missing ? 'ledger.title' : 'ledger.waits')}
      note={t('ledger.updated', { time: formatTime(now) })}
      entries={tasks.map((task, at) => ({
        // of reports each period has a line of its own
        key: `${task.name} ${task.href}`,
        count: formatNumber(locale, task.count),
        what: keepTogether(t(`ledger.${task.name}`, { count: task.count })),
        where: keepTogether(whichWords(said, task)),
        action: (
          <ButtonLink as={Link} href={task.href} compact {...(at === 0 ? { variant: 'primary' as const } : {})}>
            {t(`ledger.do.${task.does ?? task.name}`)}
          </ButtonLink>
        ),
      }))}
    />
  );
}

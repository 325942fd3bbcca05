import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { RoundState, SpotRound } from '@/domain/spot-checks/round';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { spotChecksPath } from './check-list';

const tones: Record<RoundState, BadgeTone> = {
  announced: 'information',
  open: 'waiting',
  closed: 'done',
  withdrawn: 'plain',
};

/** The state of a round in a word. */
export function RoundBadge({ state }: { state: RoundState }) {
  const t = useTranslations('spot-checks.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** Every round that was announced, the newest first; those that were withdrawn too. */
export function RoundTable({ locale, rounds }: { locale: Locale; rounds: readonly (SpotRound & { drawn: number })[] }) {
  const t = useTranslations('spot-checks');
  return (
    <Table
      caption={t('rounds.title')}
      rows={rounds}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('rounds.round'),
          kind: 'title',
          cell: ({ id, countedOn, demo }) => (
            <>
              <Link href={`${spotChecksPath}/${id}`}>{t('round', { day: formatDay(locale, countedOn) })}</Link>
              {demo && <DemoMark />}
            </>
          ),
        },
        { label: t('rounds.state'), cell: ({ state }) => <RoundBadge state={state} /> },
        { label: t('rounds.drawn'), kind: 'number', cell: ({ drawn }) => formatNumber(locale, drawn) },
        { label: t('rounds.lastDay'), cell: ({ lastDay }) => formatDay(locale, lastDay) },
      ]}
    />
  );
}

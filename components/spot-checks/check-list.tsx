import { useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import { today } from '@/domain/days/day';
import { type SpotCheck, standingOf } from '@/domain/spot-checks/spot-check';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export const spotChecksPath = '/admin/spot-checks';
export const checkPath = ({ roundId, id }: Pick<SpotCheck, 'roundId' | 'id'>) => `${spotChecksPath}/${roundId}/${id}`;

type ListProps = {
  locale: Locale;
  caption: string;
  checks: readonly SpotCheck[];
  /** with who was sent, for the province */
  visitors?: boolean;
};

/** Units that were drawn, with what was found there. */
export function CheckList({ locale, caption, checks, visitors = false }: ListProps) {
  const t = useTranslations('spot-checks.checks');
  const where = usePlaceWords();
  return (
    <Table
      caption={caption}
      rows={checks}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('unit'),
          kind: 'title',
          cell: (check) => (
            <>
              <Link href={checkPath(check)}>{check.place.name}</Link>
              <span className="block font-normal text-ink-2 text-sm">
                {where(check)}
                {check.demo && <DemoMark />}
              </span>
            </>
          ),
        },
        ...(visitors ? [{ label: t('visitor'), cell: ({ visitor }: SpotCheck) => visitor ?? t('ofProvince') }] : []),
        {
          label: t('result'),
          cell: (check) => (
            <>
              <ResultBadge check={check} locale={locale} />
              {visitors && <WhoseMove check={check} />}
            </>
          ),
        },
      ]}
    />
  );
}

/** Of one that is late, who can settle it: whoever was sent, or the city, which may take it over or close the round. */
function WhoseMove({ check: { answer, closed, visitor, lastDay } }: { check: SpotCheck }) {
  const t = useTranslations('spot-checks.checks');
  const { name } = standingOf({ lastDay }, today());
  if (answer || closed || name === 'open') return null;
  return (
    <span className="mt-1 block text-ink-2 text-sm">
      {name === 'late' ? t('closes') : visitor ? t('answers', { visitor }) : t('cityAnswers')}
    </span>
  );
}

/** "Chi hội Khu phố 5, phường Long Hưng" of a group; the commune alone of a sub-association. */
export function usePlaceWords() {
  const t = useTranslations('coverage');
  return ({ place: { parentName, commune } }: SpotCheck) =>
    [parentName, commune && placeName(t, commune)].filter(Boolean).join(', ');
}

const tones: Record<string, BadgeTone> = { held: 'done', differs: 'problem', unseen: 'plain' };

/** What was found in a word, or until when it can be answered. */
export function ResultBadge({ check: { answer, closed, lastDay }, locale }: { check: SpotCheck; locale: Locale }) {
  const t = useTranslations('spot-checks');
  if (answer) return <Badge tone={tones[answer.result] ?? 'plain'}>{t(`results.${answer.result}`)}</Badge>;
  if (closed) return <Badge tone="plain">{t('results.lapsed')}</Badge>;
  const { name, days } = standingOf({ lastDay }, today());
  return (
    <Badge tone={name === 'open' ? 'waiting' : 'problem'}>
      {t(`checks.${name === 'open' ? 'until' : name}`, { day: formatDay(locale, lastDay), days })}
    </Badge>
  );
}

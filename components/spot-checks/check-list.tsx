import { useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { SpotCheck } from '@/domain/spot-checks/spot-check';
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
        { label: t('result'), cell: (check) => <ResultBadge check={check} locale={locale} /> },
      ]}
    />
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
  return <Badge tone="waiting">{t('checks.until', { day: formatDay(locale, lastDay) })}</Badge>;
}

import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { How } from './how-link';

type HowProps = { code: IndicatorCode; of?: string; className?: string };

/** From a figure of the signed-in area to its definition. */
export function HowLinkAtWork({ code, of, className }: HowProps) {
  const t = useTranslations('indicators');
  return (
    <How href={`/admin/indicators/${code}`} of={of} className={className} as={Link}>
      {t('how')}
    </How>
  );
}

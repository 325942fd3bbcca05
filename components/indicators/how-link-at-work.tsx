import { Link } from '@/components/ui/link';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { How } from './how-link';

type HowProps = { code: IndicatorCode; of?: string; className?: string };

/** From a figure of the signed-in area to its definition. */
export const HowLinkAtWork = ({ code, of, className }: HowProps) => (
  <How href={`/admin/indicators/${code}`} of={of} className={className} as={Link} />
);

import { Link } from '@/components/ui/link';
import type { Host } from '@/domain/units/host';
import { keepTogether } from '@/i18n/compounds';

/** Everything above the unit that tells it apart: "Chi hội Khu phố 5, Long Hưng". */
const placeAbove = (host: Host) => [host.subAssociationName, host.communeName].filter(Boolean).join(', ');

/** "Tổ 1, Chi hội Khu phố 5, Long Hưng". */
export const fullPlace = (host: Host) => [host.name, placeAbove(host)].filter(Boolean).join(', ');

/** The unit, and below it what it belongs to; `within` a commune that the whole list is about, its name is left out. */
export function HostName({ host, within = false }: { host: Host | null; within?: boolean }) {
  if (!host) return null;
  const above = within ? host.subAssociationName : placeAbove(host);
  return (
    <span>
      <Link href={`/admin/units/${host.unitId}`}>{keepTogether(host.name)}</Link>
      {above && <small className="block text-ink-2 md:whitespace-nowrap">{keepTogether(above)}</small>}
    </span>
  );
}

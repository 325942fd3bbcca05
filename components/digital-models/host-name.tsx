import type { Host } from '@/domain/units/host';

/** Everything above the unit that tells it apart: "Chi hội Khu phố 5, Long Hưng". */
export const placeAbove = (host: Host) => [host.subAssociationName, host.communeName].filter(Boolean).join(', ');

/** "Tổ 1, Chi hội Khu phố 5, Long Hưng". */
export const fullPlace = (host: Host) => [host.name, placeAbove(host)].filter(Boolean).join(', ');

/** The unit, and below it what it belongs to. */
export function HostName({ host }: { host: Host | null }) {
  if (!host) return null;
  return (
    <span>
      {host.name}
      <small className="block text-ink-2">{placeAbove(host)}</small>
    </span>
  );
}

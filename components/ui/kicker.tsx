import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** The line above a heading: where, or about what. */
export function Kicker({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <p className="mb-2 flex items-center gap-[9px] font-semibold text-lotus text-ui">
      {icon && <Icon name={icon} />}
      {children}
    </p>
  );
}

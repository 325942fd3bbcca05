import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type EmptyStateProps = { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode };

/** An empty place: what is missing, and the one thing to do about it. */
export function EmptyState({ icon = 'one_plus_one_instructor', title, children, action }: EmptyStateProps) {
  return (
    <div className="school-grid grid justify-items-center gap-2 px-5 py-8 text-center">
      <Icon name={icon} size={72} className="text-pomelo-text" />
      <p className="font-bold font-serif text-h3">{title}</p>
      {children && <div className="max-w-[34em]">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

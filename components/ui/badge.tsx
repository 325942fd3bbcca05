import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type BadgeTone = 'done' | 'waiting' | 'problem' | 'information' | 'plain';

const usual: Record<BadgeTone, IconName> = {
  done: 'check',
  waiting: 'clock',
  problem: 'warning',
  information: 'information',
  plain: 'cross',
};

/** A state in a word, with its icon: never by colour alone. */
export function Badge({ tone, icon, children }: { tone: BadgeTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon ?? usual[tone]} size={18} />
      {children}
    </span>
  );
}

import { Fragment } from 'react';
import { Icon, type IconName } from '../icon';
import type { LinkElement } from '../link-element';

export type Segment = { href: string; label: string; icon?: IconName; current?: boolean };

/** Ways to look at the same thing, side by side; the one that shows is filled with ink. */
export function Segmented({
  label,
  segments,
  as: Link = 'a',
}: {
  label: string;
  segments: readonly Segment[];
  as?: LinkElement;
}) {
  return (
    <nav aria-label={label} className="segments">
      {segments.map(({ href, label, icon, current }) => (
        <Fragment key={href}>
          <Link href={href} className="segment" {...(current ? { 'aria-current': 'page' as const } : {})}>
            {icon && <Icon name={icon} />}
            {label}
          </Link>{' '}
        </Fragment>
      ))}
    </nav>
  );
}

import { Fragment } from 'react';
import { Icon, type IconName } from '../icon';
import type { LinkElement } from '../link-element';

export type Segment = { href: string; label: string; icon?: IconName; current?: boolean };

/** Ways to look at the same thing, side by side; the one that shows is filled with ink. */
export function Segmented({
  label,
  segments,
  as: Link = 'a',
  short = false,
}: {
  label: string;
  segments: readonly Segment[];
  as?: LinkElement;
  /** of two or three letters each: on a phone more of them in a row */
  short?: boolean;
}) {
  return (
    <nav aria-label={label} className={short ? 'segments segments-short' : 'segments'}>
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

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon';
import type { LinkElement } from './link-element';

/** `primary`: one per view area. `on-dark`: on plum or lotus only. `danger`: says in full what it does. */
export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'danger' | 'on-dark' | 'tool';

type Look = { variant?: ButtonVariant; compact?: boolean; icon?: IconName; className?: string };

export const buttonClass = ({ variant = 'secondary', compact = false, className = '' }: Look) =>
  `button ${variant}${compact ? ' compact' : ''} ${className}`.trimEnd();

const words = (icon: IconName | undefined, children: ReactNode) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
  </>
);

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> };

export function Button({ variant, compact, icon, className, children, ...attributes }: ButtonProps) {
  const look = buttonClass({
    ...(variant && { variant }),
    ...(compact && { compact }),
    ...(className && { className }),
  });
  return (
    <button type="button" {...attributes} className={look}>
      {words(icon, children)}
    </button>
  );
}

type ButtonLinkProps = Look & { href: string; as?: LinkElement; rel?: string; children: ReactNode };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  as: Link = 'a',
  href,
  rel,
  variant = 'secondary',
  compact = false,
  icon,
  className = '',
  children,
}: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClass({ variant, compact, className })} {...(rel ? { rel } : {})}>
      {words(icon, children)}
    </Link>
  );
}

/** "Xem tất cả →": leads on from a section. */
export function MoreLink({ as: Link = 'a', href, children }: { as?: LinkElement; href: string; children: ReactNode }) {
  return (
    <>
      {' '}
      <Link href={href} className="more-link">
        {children}
        <Icon name="arrow" size={20} />
      </Link>
    </>
  );
}

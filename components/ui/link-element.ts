import type { ComponentType, ReactNode } from 'react';

type LinkProps = {
  href: string;
  className?: string;
  rel?: string;
  'aria-current'?: 'page' | 'true' | 'date';
  'aria-label'?: string;
  children?: ReactNode;
};

/**
 * The component that draws a link: a plain `a` on public pages (the default everywhere), `Link` in the signed-in
 * area.
 */
export type LinkElement = 'a' | ComponentType<LinkProps>;

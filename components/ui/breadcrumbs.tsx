import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { LinkElement } from './link-element';

type Crumb = { label: string; href?: string };
type BreadcrumbsProps = { crumbs: readonly Crumb[]; as?: LinkElement; children?: ReactNode };

/** The way here. The last step is the page itself and is no link. `children` stand behind, such as a demo mark. */
export function Breadcrumbs({ crumbs, as: Link = 'a', children }: BreadcrumbsProps) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumbs')} className="no-print flex flex-wrap items-center gap-x-2 text-ink-2 text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label, href }, at) => (
          <li key={label} className="flex items-center gap-x-2">
            {at > 0 && <Icon name="chevron-right" size={18} />}
            {href ? (
              <Link href={href} className="inline-flex min-h-11 items-center py-2">
                {label}
              </Link>
            ) : (
              <span className="inline-flex min-h-11 items-center" aria-current="page">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

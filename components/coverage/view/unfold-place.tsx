import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';

type UnfoldProps = {
  /** the place, as it is called */
  name: string;
  open: boolean;
  /** the page with it unfolded, or folded again */
  href: string;
};

/** Unfolds a place of the table to its sub-associations, and folds it again: the address says which stand unfolded, so that it needs no script. */
export function UnfoldPlace({ name, open, href }: UnfoldProps) {
  const t = useTranslations('coverage.table');
  return (
    <Link
      href={href}
      data-soft="stay"
      aria-expanded={open}
      className="no-print inline-flex min-h-11 min-w-11 items-center justify-center"
    >
      <Icon name="chevron-right" size={18} className={open ? '[transform:rotate(90deg)]' : ''} />
      <span className="sr-only">{t(open ? 'fold' : 'unfold', { place: name })}</span>
    </Link>
  );
}

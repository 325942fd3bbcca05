import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { IconName } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';

export type DeedName =
  | 'pair'
  | 'lesson'
  | 'family'
  | 'activity'
  | 'session'
  | 'attendance'
  | 'sheet'
  | 'coverage'
  | 'trainings'
  | 'month'
  | 'calls'
  | 'people'
  | 'article'
  | 'articles'
  | 'account'
  | 'jobs'
  | 'audit';

/** A deed of every day; the app of the hall is a page of its own (`apart`), not a part of this area. */
export type Deed = { name: DeedName; href: string; icon: IconName; apart?: boolean };

/** The deeds of every day at her place, a tap away; the first one is the one most wanted. */
export function DeedLinks({ deeds }: { deeds: readonly Deed[] }) {
  const t = useTranslations('overview.deeds');
  if (deeds.length === 0) return null;
  return (
    <nav
      aria-label={t('label')}
      className="mb-6 grid grid-cols-[repeat(auto-fit,minmax(min(9.5rem,100%),1fr))] gap-2.5 md:flex md:flex-wrap"
    >
      {deeds.map(({ name, href, icon, apart }, at) => (
        <ButtonLink
          key={name}
          href={href}
          icon={icon}
          className="max-md:gap-2 max-md:px-1.5"
          {...(apart ? {} : { as: Link })}
          {...(at === 0 ? { variant: 'primary' as const } : {})}
        >
          {t(name)}
        </ButtonLink>
      ))}
    </nav>
  );
}

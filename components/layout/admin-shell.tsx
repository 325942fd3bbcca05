import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon, type IconName } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { BrandMark, BrandName } from './brand';
import { RailLink } from './rail-link';
import { mainId, SkipLink } from './skip-link';

export type RailItem = {
  href: string;
  label: string;
  icon: IconName;
  /** how many things wait there, with the words for readers who only hear it */
  waiting?: { count: string; words: string };
};

type AdminShellProps = {
  items: readonly RailItem[];
  /** who is signed in, as what and for where */
  user: { name: string; role: string; unit: string };
  /** the form that changes her language, and the one that ends the session */
  language: ReactNode;
  signOut: ReactNode;
  demo?: boolean;
  children: ReactNode;
};

/** The signed-in area: a rail from 1000 px up, below that a bar with a labelled "Danh mục". */
export function AdminShell({ children, ...rail }: AdminShellProps) {
  return (
    <div
      className={`xl:grid xl:min-h-screen xl:grid-cols-[clamp(248px,15.5rem,28%)_1fr] ${rail.demo ? 'demo-on-print' : ''}`.trimEnd()}
    >
      <SkipLink />
      <Rail {...rail} />
      <main id={mainId} tabIndex={-1} className="min-w-0 px-4 pt-[18px] pb-[60px] outline-none xl:px-9 xl:pt-[26px]">
        {children}
      </main>
    </div>
  );
}

type RailProps = Omit<AdminShellProps, 'children'>;

/** Rail and bar are one: every link and form would else be sent twice. What opens in the bar stands beside its button, not in it. */
function Rail({ demo = false, ...entries }: RailProps) {
  const t = useTranslations('layout');
  return (
    <header className="no-print bg-plum text-paper">
      <div className="relative flex flex-wrap items-center gap-x-2.5 gap-y-1 px-3.5 py-[9px] xl:sticky xl:top-0 xl:max-h-screen xl:min-h-screen xl:flex-col xl:flex-nowrap xl:items-stretch xl:gap-0.5 xl:overflow-y-auto xl:py-[18px]">
        <p className="flex min-w-0 items-center gap-2.5 xl:mx-1.5 xl:mb-3 xl:gap-3">
          <BrandMark on="plum" className="size-[42px]" />
          <BrandName on="plum" name={t('name')} under={t('place')} />
        </p>
        {demo && (
          <p className="max-xl:order-last max-xl:basis-full xl:contents">
            <DemoMark className="xl:mx-1.5 xl:mb-3 xl:self-start" />
          </p>
        )}
        <details className="group ml-auto xl:hidden">
          <summary className="button tool list-none border-white/40 bg-transparent text-paper hover:border-paper">
            <Icon name="menu" className="group-open:hidden" />
            <Icon name="cross" className="hidden group-open:block" />
            {t('menu')}
          </summary>
        </details>
        <div className="flex flex-col gap-0.5 max-xl:absolute max-xl:inset-x-0 max-xl:top-full max-xl:z-20 max-xl:bg-plum max-xl:px-3.5 max-xl:pb-4 max-xl:[details:not([open])~&]:hidden xl:grow">
          <Entries {...entries} />
        </div>
      </div>
    </header>
  );
}

function Entries({ items, user, language, signOut }: Omit<RailProps, 'demo'>) {
  const t = useTranslations('layout');
  return (
    <>
      <nav aria-label={t('navigation.label')} className="grid gap-0.5">
        {items.map(({ href, label, icon, waiting }) => (
          <RailLink key={href} href={href}>
            <Icon name={icon} />
            {label}
            {waiting && (
              <span className="ml-auto whitespace-nowrap rounded-full bg-pomelo px-2 py-1 font-bold text-ink text-xs leading-none">
                {waiting.count}
                <span className="sr-only"> {waiting.words}</span>
              </span>
            )}
          </RailLink>
        ))}
      </nav>
      <div className="mt-4 border-white/20 border-t px-2 pt-4 text-paper text-sm xl:mt-auto">
        <p className="font-bold">{user.name}</p>
        <p>{user.role}</p>
        <p>{user.unit}</p>
        <div className="mt-1 flex flex-wrap gap-x-4 [&_:is(a,button)]:inline-flex [&_:is(a,button)]:min-h-11 [&_:is(a,button)]:items-center [&_:is(a,button)]:text-blossom [&_:is(a,button)]:underline">
          <Link href="/admin/accounts/own">{t('own')}</Link>
          {language}
          {signOut}
        </div>
      </div>
    </>
  );
}

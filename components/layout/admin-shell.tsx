import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon, type IconName } from '@/components/ui/icon';
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
export function AdminShell({ demo = false, children, ...rail }: AdminShellProps) {
  return (
    <div className={`xl:grid xl:min-h-screen xl:grid-cols-[248px_1fr] ${demo ? 'demo-on-print' : ''}`.trimEnd()}>
      <SkipLink />
      <TopBar {...rail} demo={demo} />
      <div className="no-print bg-plum max-xl:hidden">
        <div className="sticky top-0 flex max-h-screen min-h-screen flex-col gap-0.5 overflow-y-auto px-3.5 py-[18px]">
          <p className="mx-1.5 mb-3 flex items-center gap-3 text-paper">
            <BrandMark on="plum" className="size-[42px]" />
            <Name />
          </p>
          {demo && <DemoMark className="mx-1.5 mb-3 self-start" />}
          <Entries {...rail} />
        </div>
      </div>
      <main id={mainId} tabIndex={-1} className="min-w-0 px-4 pt-[18px] pb-[60px] outline-none xl:px-9 xl:pt-[26px]">
        {children}
      </main>
    </div>
  );
}

type Rail = Omit<AdminShellProps, 'children' | 'demo'>;

function Name() {
  const t = useTranslations('layout');
  return <BrandName on="plum" name={t('name')} under={t('place')} />;
}

function TopBar({ demo, ...rail }: Rail & { demo: boolean }) {
  const t = useTranslations('layout');
  return (
    <header className="no-print relative flex flex-wrap items-center gap-x-2.5 gap-y-1 bg-plum px-3.5 py-[9px] text-paper xl:hidden">
      <BrandMark on="plum" className="size-[42px]" />
      <Name />
      <details className="group ml-auto">
        <summary className="button tool list-none border-white/40 bg-transparent text-paper hover:border-paper">
          <Icon name="menu" className="group-open:hidden" />
          <Icon name="cross" className="hidden group-open:block" />
          {t('menu')}
        </summary>
        <div className="absolute inset-x-0 top-full z-20 flex flex-col gap-0.5 bg-plum px-3.5 pb-4">
          <Entries {...rail} />
        </div>
      </details>
      {demo && (
        <p className="order-last basis-full">
          <DemoMark />
        </p>
      )}
    </header>
  );
}

function Entries({ items, user, language, signOut }: Rail) {
  const t = useTranslations('layout');
  return (
    <>
      <nav aria-label={t('navigation.label')} className="grid gap-0.5">
        {items.map(({ href, label, icon, waiting }) => (
          <RailLink key={href} href={href}>
            <Icon name={icon} />
            {label}
            {waiting && (
              <span className="ml-auto rounded-full bg-pomelo px-2 py-1 font-bold text-ink text-xs leading-none">
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
          {language}
          {signOut}
        </div>
      </div>
    </>
  );
}

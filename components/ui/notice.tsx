import type { ReactNode } from 'react';
import { Icon } from './icon';

type NoticeProps = {
  tone?: 'done' | 'information' | 'problem';
  title: string;
  children?: ReactNode;
  /** for example "Hoàn tác" */
  action?: ReactNode;
};

const looks = {
  done: { ground: 'bg-rubber text-card [&_a:not(.button)]:text-card', icon: 'check' },
  information: { ground: 'bg-lake-soft text-lake-deep [&_a:not(.button)]:text-lake-deep', icon: 'information' },
  problem: {
    ground: 'border-2 border-l-8 border-basalt bg-basalt-mist text-basalt [&_a:not(.button)]:text-basalt',
    icon: 'warning',
  },
} as const;

/** A message at the top of the page that follows an action. It stays until she goes on. */
export function Notice({ tone = 'done', title, children, action }: NoticeProps) {
  const { ground, icon } = looks[tone];
  return (
    <div role={tone === 'problem' ? 'alert' : 'status'} className={`mb-5 flex gap-3 rounded-tile px-4 py-3 ${ground}`}>
      <Icon name={icon} className="mt-[0.15em]" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <div className="min-w-0 grow basis-60">
          <strong>{title}</strong> {children}
        </div>
        {action && <div className="max-w-full font-semibold md:whitespace-nowrap">{action}</div>}
      </div>
    </div>
  );
}

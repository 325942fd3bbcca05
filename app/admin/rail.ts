import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { RailItem } from '@/components/layout/admin-shell';
import type { IconName } from '@/components/ui/icon';
import { mayAnywhere } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { formatNumber } from '@/i18n/format';
import { countWaiting } from './overview/waiting';

type Entry = {
  name:
    | 'units'
    | 'people'
    | 'imports'
    | 'models'
    | 'pairs'
    | 'peer-lessons'
    | 'trainings'
    | 'attendance'
    | 'messages'
    | 'articles'
    | 'pictures'
    | 'coverage'
    | 'reports'
    | 'accounts'
    | 'second-pairs'
    | 'jobs'
    | 'condition'
    | 'audit';
  href: string;
  icon: IconName;
  needs: Permission;
};

const entries: Entry[] = [
  { name: 'units', href: '/admin/units', icon: 'pin', needs: 'units.see' },
  { name: 'people', href: '/admin/people', icon: 'person', needs: 'people.see' },
  { name: 'models', href: '/admin/digital-models', icon: 'digital_family', needs: 'digital-models.see' },
  { name: 'pairs', href: '/admin/pairs', icon: 'one_plus_one_instructor', needs: 'pairs.see' },
  { name: 'peer-lessons', href: '/admin/peer-lessons', icon: 'people', needs: 'peer-lessons.see' },
  { name: 'imports', href: '/admin/imports', icon: 'report', needs: 'imports.members' },
  { name: 'trainings', href: '/admin/trainings', icon: 'calendar', needs: 'trainings.see' },
  { name: 'attendance', href: '/admin/attendance', icon: 'check', needs: 'attendance.take' },
  { name: 'messages', href: '/admin/messages', icon: 'mail', needs: 'messages.tell' },
  { name: 'articles', href: '/admin/articles', icon: 'newspaper', needs: 'articles.see' },
  { name: 'pictures', href: '/admin/pictures', icon: 'picture', needs: 'pictures.see' },
  { name: 'coverage', href: '/admin/coverage', icon: 'hexagon', needs: 'coverage.see' },
  { name: 'reports', href: '/admin/reports', icon: 'file', needs: 'reports.see' },
  { name: 'accounts', href: '/admin/accounts', icon: 'people', needs: 'accounts.see' },
  { name: 'second-pairs', href: '/admin/second-pairs', icon: 'people', needs: 'second-pairs.see' },
  { name: 'jobs', href: '/admin/jobs', icon: 'clock', needs: 'jobs.see' },
  { name: 'condition', href: '/admin/condition', icon: 'shield', needs: 'condition.see' },
  { name: 'audit', href: '/admin/audit', icon: 'history', needs: 'audit.see' },
];

/** The parts of the portal that she can go to, with how much waits there. */
export async function railOf(viewer: Viewer): Promise<RailItem[]> {
  const [t, waiting] = await Promise.all([
    getTranslations('overview'),
    mayAnywhere(viewer, 'trainings.decide') ? countWaiting(viewer) : 0,
  ]);
  const offered = entries.filter(({ needs }) => mayAnywhere(viewer, needs));
  return [
    { href: '/admin', label: t('nav.overview'), icon: 'home' },
    ...offered.map(({ name, href, icon }) => ({
      href,
      label: t(`nav.${name}`),
      icon,
      ...(name === 'trainings' && waiting > 0
        ? {
            waiting: {
              count: formatNumber(viewer.locale, waiting),
              words: t('ledger.sessionsToDecide', { count: waiting }),
            },
          }
        : {}),
    })),
  ];
}

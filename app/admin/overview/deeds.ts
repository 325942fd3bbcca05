import 'server-only';
import type { Deed, DeedName } from '@/components/overview/deed-links';
import type { IconName } from '@/components/ui/icon';
import { may, mayAnywhere } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { Scene } from '@/domain/overview/place';

type Place = { unitId: string; path: string };
type Entry = { needs: Permission; icon: IconName; href: (unit: string) => string; apart?: boolean };

/** As many as one hand holds. */
const DEEDS_MAX = 4;

const entries: Record<DeedName, Entry> = {
  pair: { needs: 'pairs.pair-up', icon: 'one_plus_one_instructor', href: (unit) => `/admin/pairs/new?unit=${unit}` },
  lesson: { needs: 'peer-lessons.record', icon: 'people', href: () => '/admin/peer-lessons/phone', apart: true },
  family: {
    needs: 'digital-models.found',
    icon: 'digital_family',
    href: (unit) => `/admin/digital-models/new?kind=digital_family&unit=${unit}`,
  },
  activity: {
    needs: 'digital-models.record-activity',
    icon: 'pencil',
    href: (unit) => `/admin/digital-models?status=active&unit=${unit}`,
  },
  session: { needs: 'trainings.propose', icon: 'calendar', href: (unit) => `/admin/trainings/new?commune=${unit}` },
  attendance: { needs: 'attendance.take', icon: 'check', href: () => '/admin/attendance', apart: true },
  sheet: { needs: 'imports.members', icon: 'report', href: (unit) => `/admin/imports/new?unit=${unit}` },
  coverage: { needs: 'coverage.see', icon: 'hexagon', href: () => '/admin/coverage' },
  trainings: { needs: 'trainings.see', icon: 'calendar', href: () => '/admin/trainings' },
  month: { needs: 'trainings.see', icon: 'calendar', href: () => '/admin/trainings?view=month' },
  calls: { needs: 'trainings.propose', icon: 'bell', href: () => '/admin/trainings/calls' },
  people: { needs: 'people.see', icon: 'person', href: () => '/admin/people' },
  article: { needs: 'articles.write', icon: 'pencil', href: () => '/admin/articles/new' },
  articles: { needs: 'articles.see', icon: 'newspaper', href: () => '/admin/articles' },
  account: { needs: 'accounts.invite', icon: 'people', href: () => '/admin/accounts/new' },
  jobs: { needs: 'jobs.see', icon: 'clock', href: () => '/admin/jobs' },
  audit: { needs: 'audit.see', icon: 'history', href: () => '/admin/audit' },
};

/** The most wanted first; what she may not do gives way to the next one. */
const wanted: Record<Scene, readonly DeedName[]> = {
  commune: ['pair', 'session', 'attendance', 'sheet', 'coverage', 'trainings', 'people'],
  unit: ['pair', 'lesson', 'family', 'activity', 'sheet', 'coverage', 'people'],
  province: ['coverage', 'session', 'article', 'account', 'trainings', 'people'],
  classes: ['attendance', 'session', 'month', 'calls'],
  work: ['article', 'articles', 'account', 'jobs', 'audit'],
};

/** A pair belongs to a sub-association or group, so that a whole commune does not say yet where; the province says nothing. */
const saysWhere = (scene: Scene, name: DeedName) => scene === 'unit' || (scene === 'commune' && name !== 'pair');

/** The deeds of every day that she may do at her place, with the place filled in where that answers the page's first question. */
export function deedsOf(viewer: Viewer, scene: Scene, place: Place | null): Deed[] {
  const allowed = ({ needs }: Entry) => (place ? may(viewer, needs, place.path) : mayAnywhere(viewer, needs));
  return wanted[scene]
    .filter((name) => allowed(entries[name]))
    .slice(0, DEEDS_MAX)
    .map((name) => {
      const { href, icon, apart } = entries[name];
      const address = href(place?.unitId ?? '');
      return {
        name,
        icon,
        href: place && saysWhere(scene, name) ? address : address.replace(/[?&](unit|commune)=[^&]*$/, ''),
        ...(apart && { apart }),
      };
    });
}

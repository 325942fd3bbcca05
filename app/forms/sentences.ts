import 'server-only';
import { getTranslations } from 'next-intl/server';
import { reportsAddress } from '@/app/admin/reports/address';
import { LABEL } from '@/components/ui/forms/form-state';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, isDay } from '@/domain/days/day';
import type { Result } from '@/domain/result';
import { formatDay } from '@/i18n/format';
import { spoken } from './spoken';

type Sentences = { sentences?: Record<string, string> };

/** The concept whose words a form asks for, from the state it sent, which may be anything. */
export function conceptOf(state: unknown): string | undefined {
  const asked = typeof state === 'object' && state !== null && 'concept' in state ? state.concept : undefined;
  return typeof asked === 'string' && /^[a-z]+(-[a-z]+)*$/.test(asked) ? asked : undefined;
}

/** What the concept itself says of these errors, where it has words of its own: each with `LABEL` for the name of the field. */
export const errorsTold = (viewer: Viewer, concept: string | undefined, fields: Record<string, string[]>) =>
  sentencesOf(viewer, concept, 'errors', [...new Set(Object.values(fields).flat())], { label: LABEL });

/** The detail of a problem as people read it, and what the concept itself says of it, where it has words of its own. */
export async function problemTold<Value, Problem extends string>(
  viewer: Viewer,
  concept: string | undefined,
  refused: Extract<Result<Value, Problem>, { ok: false }>,
) {
  const told = spoken(refused, viewer.locale);
  const detail = told.ok ? undefined : told.detail;
  const sentences = await sentencesOf(viewer, concept, 'problems', [refused.problem], detail);
  return { ...(detail ? { detail } : {}), ...sentences, ...(await wayOf(viewer, refused)) };
}

/** Of a closed month: the way to have it opened, for whoever has a part in reports. */
async function wayOf<Problem extends string>(
  viewer: Viewer,
  { problem, detail }: { problem: Problem; detail?: Record<string, string> },
): Promise<{ way?: { href: string; label: string } }> {
  const until = detail?.until;
  if (problem !== 'period-locked' || !until || !isDay(until) || !mayAnywhere(viewer, 'reports.see')) return {};
  const t = await getTranslations({ locale: viewer.locale, namespace: 'reports.reopen' });
  const day = formatDay(viewer.locale, addDays(until, -1));
  const decides = mayAnywhere(viewer, 'reports.decide');
  return { way: { href: reportsAddress({ closed: until }), label: t(decides ? 'wayOfCity' : 'way', { day }) } };
}

async function sentencesOf(
  { locale }: Viewer,
  concept: string | undefined,
  part: 'errors' | 'problems',
  keys: readonly string[],
  values: Record<string, string> | undefined,
): Promise<Sentences> {
  if (!concept) return {};
  const t = await getTranslations({ locale });
  const own = keys.flatMap((key) => {
    const name = `${concept}.${part}.${key}` as 'ui.errors.unknown';
    return t.has(name) ? [[key, t(name, values)]] : [];
  });
  return own.length > 0 ? { sentences: Object.fromEntries(own) } : {};
}

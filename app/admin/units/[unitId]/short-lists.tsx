import { getTranslations } from 'next-intl/server';
import { ModelTable } from '@/components/digital-models/model-table';
import { PairTable } from '@/components/pairs/pair-table';
import { LessonFigure } from '@/components/peer-lessons/lesson-figure';
import { ComingSessions } from '@/components/trainings/coming-sessions';
import { UnitTable } from '@/components/units/unit-table';
import { today } from '@/domain/days/day';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { SavedMonths } from '../../peer-lessons/saved-months';
import { addressOf } from '../asked';
import { loadParts } from './parts';
import { Section } from './section';

/** So many are shown here; the rest is behind "all". */
const SUB_UNITS_MAX = 12;

type Part = { unit: UnitRecord };

export async function SubUnits({ unit }: Part) {
  const [t, { below }] = await Promise.all([getTranslations('units'), loadParts(unit)]);
  if (!below || below.units.length === 0) return null;
  const { units, next } = below;
  const more = next || units.length > SUB_UNITS_MAX;
  return (
    <Section
      title={t('record.subUnits')}
      all={more ? { href: addressOf({ under: unit.id }), words: t('record.all') } : undefined}
    >
      <UnitTable
        units={units.slice(0, SUB_UNITS_MAX)}
        today={today()}
        belowOf={({ unitId }) => addressOf({ under: unitId })}
        within
      />
    </Section>
  );
}

/** Models of the unit itself; of a commune those of all its units. The province has its list. */
export async function Models({ unit }: Part) {
  const [t, { models: found }] = await Promise.all([getTranslations('units.record'), loadParts(unit)]);
  if (!found) return null;
  const { models, total } = found;
  const query = unit.level === 'commune' ? 'commune' : 'unit';
  return (
    <Section
      title={t('modelsHere')}
      all={total > 0 ? { href: `/admin/digital-models?${query}=${unit.id}`, words: t('allModels') } : undefined}
    >
      {models.length > 0 ? <ModelTable models={models} mixed within /> : <p>{t('noModels')}</p>}
    </Section>
  );
}

export async function Pairs({ unit }: Part) {
  const [t, { pairs: found }] = await Promise.all([getTranslations('units.record'), loadParts(unit)]);
  if (!found) return null;
  const { pairs, total } = found;
  const query = unit.level === 'commune' ? 'commune' : 'unit';
  return (
    <Section
      title={t('pairsHere')}
      all={total > 0 ? { href: `/admin/pairs?${query}=${unit.id}&state=live`, words: t('allPairs') } : undefined}
    >
      {pairs.length > 0 ? <PairTable pairs={pairs} place={unit.level === 'commune'} within /> : <p>{t('noPairs')}</p>}
    </Section>
  );
}

/** What women taught each other, month by month: a series of its own, beside pairs and sessions. */
export async function Lessons({ unit }: Part) {
  const { months } = await loadParts(unit);
  const month = months?.at(-1);
  if (!months || !month) return null;
  const query = unit.level === 'commune' ? 'commune' : 'unit';
  return (
    <section className="mt-10 grid gap-x-12 gap-y-6 xl:grid-cols-[20rem_1fr]">
      <LessonFigure month={month} list={`/admin/peer-lessons?${query}=${unit.id}`} />
      <SavedMonths locale={(await requireViewer()).locale} months={months} place={unit.name} />
    </section>
  );
}

export async function Sessions({ unit }: Part) {
  const [t, viewer, parts] = await Promise.all([getTranslations('units.record'), requireViewer(), loadParts(unit)]);
  if (!parts.sessions) return null;
  const { sessions } = parts.sessions;
  return (
    <Section
      title={t('sessions')}
      all={
        unit.level === 'commune' ? { href: `/admin/trainings?commune=${unit.id}`, words: t('allSessions') } : undefined
      }
    >
      {sessions.length > 0 ? <ComingSessions locale={viewer.locale} sessions={sessions} /> : <p>{t('noSessions')}</p>}
    </Section>
  );
}

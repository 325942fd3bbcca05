import { getTranslations } from 'next-intl/server';
import { ModelTable } from '@/components/digital-models/model-table';
import { PairTable } from '@/components/pairs/pair-table';
import { LessonFigure } from '@/components/peer-lessons/lesson-figure';
import { ComingSessions } from '@/components/trainings/coming-sessions';
import { UnitTable } from '@/components/units/unit-table';
import { today } from '@/domain/days/day';
import { listModels } from '@/domain/digital-models/queries';
import { listPairs } from '@/domain/pairs/queries';
import { countPeerLessons } from '@/domain/peer-lessons/figure-queries';
import { listSessions } from '@/domain/trainings/queries';
import type { UnitRecord } from '@/domain/units/tree';
import { listUnitsBelow } from '@/domain/units/tree-queries';
import { requireViewer } from '@/server/sign-in/session';
import { SavedMonths } from '../../peer-lessons/saved-months';
import { addressOf } from '../asked';
import { besideUnit } from './load';
import { Section } from './section';

/** So many of a list are shown here; the rest is behind "all". */
const SHOWN_MAX = 5;
const SUB_UNITS_MAX = 12;

type Part = { unit: UnitRecord };

/** The place of what a unit hosts: a commune has that of all its units, any other unit its own. */
const placeOf = ({ level, id }: UnitRecord) => (level === 'commune' ? { communeId: id } : { unitId: id });

export async function SubUnits({ unit }: Part) {
  if (unit.level === 'group') return null;
  const [t, { units, next }] = await Promise.all([
    getTranslations('units'),
    besideUnit(unit, 'units below', (viewer) => listUnitsBelow(viewer, { under: unit.id })),
  ]);
  if (units.length === 0) return null;
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
  if (!unit.may.models || unit.level === 'province') return null;
  const [t, { models, total }] = await Promise.all([
    getTranslations('units.record'),
    besideUnit(unit, 'models', (viewer) => listModels(viewer, { ...placeOf(unit), most: SHOWN_MAX })),
  ]);
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
  if (!unit.may.pairs || unit.level === 'province') return null;
  const [t, { pairs, total }] = await Promise.all([
    getTranslations('units.record'),
    besideUnit(unit, 'pairs', (viewer) => listPairs(viewer, { ...placeOf(unit), state: 'live', most: SHOWN_MAX })),
  ]);
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
  if (unit.level === 'province') return null;
  const months = await besideUnit(unit, 'lessons', (viewer) => countPeerLessons(viewer, { unitId: unit.id }));
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
  if (!unit.may.trainings || unit.level === 'province') return null;
  const viewer = await requireViewer();
  const [t, { sessions }] = await Promise.all([
    getTranslations('units.record'),
    listSessions(viewer, { when: 'coming', most: SHOWN_MAX, ...placeOf(unit) }),
  ]);
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

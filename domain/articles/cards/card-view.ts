import type { Day } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import type { Commune } from '@/domain/units/unit';
import type { SaidFigure } from './card';

/** A session as a card tells it. */
export type SessionTold = {
  id: string;
  number: number;
  slug: string;
  state: 'approved' | 'held' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  title: string;
  /** the language of its title: Vietnamese where a course has no other */
  told: Locale;
  unit: string;
  demo: boolean;
};
/** A model by its name, which is told of on the page of its commune. */
export type ModelTold = {
  id: string;
  kind: ModelKind;
  name: string;
  status: 'active' | 'planned' | 'ended';
  place: { slug: string; name: string };
  demo: boolean;
};

/** What a card tells readers at this moment. */
export type CardView =
  | { of: 'commune'; commune: Commune }
  | { of: 'kind'; kind: ModelKind }
  | { of: 'model'; model: ModelTold }
  | { of: 'session'; session: SessionTold }
  | { of: 'figure'; code: IndicatorCode; place: string; day: Day; said: SaidFigure };

import { z } from 'zod';
import { articleKinds } from '@/domain/articles/article';
import { coverageLevels } from '@/domain/coverage/coverage';
import { indicatorCodes } from '@/domain/indicators/indicator';
import { locales } from '@/domain/locale';
import { periodKinds } from '@/domain/reports/periods/period';
import { audiences } from '@/domain/scales/audience';
import { deliveryModes } from '@/domain/scales/delivery-mode';

/*
 * What open data tell, row by row. A field has one meaning wherever it stands, so that one dictionary names them all
 * (`fields` of the messages). Null is what nobody knows: never zero.
 */
const day = z.iso.date().meta({ example: '2026-10-31' });
const instant = z.iso.datetime({ offset: true }).meta({ example: '2026-12-05T08:00:00+07:00' });
const code = z.string().min(1).meta({ example: '26380' });
const name = z.string().meta({ example: 'Long Hưng' });
const kind = z.enum(['commune', 'ward', 'special_zone']);
const count = z.int().min(0);
const percent = z.number().min(0).max(100).meta({ example: 45.2 });
const indicator = z.enum(indicatorCodes);
const edition = z.int().min(1);
const measure = z.enum(['percent', 'count', 'hours']);
const text = z.string();
const id = z.guid().meta({ example: '0199c3b4-5d6e-7f80-9a1b-2c3d4e5f6071' });
/** An address of the portal, without its host. */
const page = z.string().startsWith('/').meta({ example: '/xa-phuong/long-hung' });
const demonstration = z.boolean();

/** Three ways in which a figure is there or is not: not reported is not zero. */
const figure = {
  figure_state: z.enum(['known', 'not_reported', 'nothing']),
  done: z.number().nullable(),
  whole: z.number().nullable(),
  percent: percent.nullable(),
};

export const communeRow = z.object({
  day,
  commune: code,
  name,
  kind,
  reports: z.boolean(),
  women_guided: count.multipleOf(10).nullable(),
  women_guided_by: day.nullable(),
  page,
  demonstration,
});

export const coverageRow = z.object({
  day,
  commune: code,
  name,
  kind,
  level: z.enum(coverageLevels),
  state: z.enum(['some', 'zero', 'not_reported', 'no_units']),
  units: count.nullable(),
  covered: count.nullable(),
  percent: percent.nullable(),
  tied: count.nullable(),
  both_untied: count.nullable(),
  family_only: count.nullable(),
  pair_only: count.nullable(),
  demonstration,
});

export const indicatorRow = z.object({
  indicator,
  edition,
  title: text,
  measure,
  numerator: text,
  denominator: text,
  known_gaps: text.nullable(),
  owner: text.nullable(),
  valid_from: day,
  valid_to: day.nullable(),
  day,
  commune: code.nullable(),
  ...figure,
  page,
  demonstration,
});

export const sessionRow = z.object({
  session: z.int().min(1),
  starts_at: instant,
  ends_at: instant,
  title: text,
  course: z.string(),
  commune: code.nullable(),
  place: text,
  venue: text.nullable(),
  mode: z.enum(deliveryModes),
  audience: z.enum(audiences),
  seats: count.nullable(),
  session_state: z.enum(['approved', 'held', 'cancelled']),
  page,
  demonstration,
});

export const articleRow = z.object({
  article: id,
  article_kind: z.enum(articleKinds),
  language: z.enum(locales),
  title: text,
  summary: text,
  topics: z.array(z.string()),
  communes: z.array(code),
  published_at: instant,
  page,
  demonstration,
});

export const snapshotRow = z.object({
  snapshot: id,
  commune: code.nullable(),
  name,
  period_kind: z.enum(periodKinds),
  period_from: day,
  period_to: day,
  filed_on: day,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  is_current: z.boolean(),
  demonstration,
});

export const filedFigureRow = z.object({
  commune: code.nullable(),
  name,
  kind: kind.nullable(),
  indicator,
  edition,
  measure,
  ...figure,
  in_period: z.number().nullable(),
  demonstration,
});

export type CommuneRow = z.output<typeof communeRow>;
export type CoverageRow = z.output<typeof coverageRow>;
export type IndicatorRow = z.output<typeof indicatorRow>;
export type SessionRow = z.output<typeof sessionRow>;
export type ArticleRow = z.output<typeof articleRow>;
export type SnapshotRow = z.output<typeof snapshotRow>;
export type FiledFigureRow = z.output<typeof filedFigureRow>;

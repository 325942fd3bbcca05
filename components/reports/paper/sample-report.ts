import { indicatorCodes } from '@/domain/indicators/indicator';
import type { ReportContent, TimedFigure } from '@/domain/reports/report-content';

const figure = (done: number): TimedFigure => ({ done, whole: null, percent: null, state: 'known', since: null });
const period = { id: '', kind: 'month', from: '2026-10-01', to: '2026-10-31', due: '2026-11-05', owed: true } as const;
const coverage = { state: 'some', bothUntied: 2, familyOnly: 1, pairOnly: 1, before: 57.9, yearBefore: 20 } as const;
const target = { target: 100, source: 'campaign', pace: null } as const;
const commune = { id: '1', name: 'Xã Mẫu', kind: 'commune', report: 'locked' } as const;

/** A report in which every part has something to say: what a template can hold is shown by it. No commune is called so. */
export const sampleReport: ReportContent = {
  form: 1,
  unit: { id: '', level: 'commune', name: 'Phường Mẫu', kind: 'ward' },
  period,
  day: period.to,
  before: { from: '2026-09-01', to: '2026-09-30' },
  yearBefore: null,
  demo: true,
  reading: 'tied',
  coverage: {
    sub_association: { ...coverage, units: 19, covered: 12, percent: 63.2 },
    group: { ...coverage, units: 41, covered: 20, percent: 48.8 },
  },
  figures: indicatorCodes.map((code, at) => ({
    code,
    measure: 'count',
    now: figure(at + 10),
    before: figure(at + 8),
    yearBefore: null,
  })),
  models: [
    {
      kind: 'digital_family',
      planned: 3,
      active: 42,
      paused: 1,
      began: 2,
      ended: 0,
      beganNamed: [{ name: 'Gia đình số Mẫu', day: '2026-10-08' }],
      endedNamed: [],
    },
  ],
  topics: [
    {
      courseId: '1',
      title: { vi: 'Dùng điện thoại thông minh', en: 'Using a smartphone' },
      sessions: 4,
      hours: 8,
      attendances: 96,
      people: 71,
    },
  ],
  priorityGroups: { state: 'nobody-reached' },
  targets: { sub_association: target, group: target },
  gaps: [{ part: 'tie', count: 2, names: ['Chi hội khu phố 5', 'Chi hội khu phố 6'] }],
  communes: [{ ...commune, percents: { sub_association: 63.2, group: 48.8 } }],
  notes: [{ note: 'kept-since', day: '2026-10-01' }],
  restated: [
    {
      period: { kind: 'month', from: '2026-09-01', to: '2026-09-30' },
      code: 'women_guided',
      was: figure(118),
      now: figure(121),
      filed: null,
    },
  ],
  sentences: [
    { say: 'coverage', level: 'sub_association', covered: 12, units: 19, percent: 63.2, change: 5.3 },
    { say: 'trainings', sessions: 4, hours: 8, attendances: 96, people: 71, before: 3 },
  ],
  text: { vi: null, en: null },
  comment: { vi: null, en: null },
  digest: '',
};

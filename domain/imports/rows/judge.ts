import { type Day, today } from '@/domain/days/day';
import { likenessOf } from '@/domain/people/duplicates/duplicate';
import { maskedPhone } from '@/domain/people/phones/phone';
import type { Draft } from '../draft';
import {
  type ChangedField,
  type FieldChange,
  type MemberKind,
  type Plan,
  type Reason,
  reason,
  type Verdict,
} from '../import';
import type { UnitPlace } from './unit-names';

/** A membership that is open today. */
export type MembershipOnRecord = {
  id: string;
  version: number;
  unitId: string;
  unitName: string;
  path: string;
  kind: MemberKind;
  since: Day;
  /** an earlier membership of the same unit ended on this day */
  earlierUntil: Day | null;
};

/** Somebody on record within the viewer's reach who has the name of a row. */
export type PersonOnRecord = {
  id: string;
  version: number;
  name: string;
  birthYear: number | null;
  /** whole where the sheet says it, else masked */
  phone: string | null;
  address: string | null;
  /** her record is kept where the viewer may change it */
  kept: boolean;
  /** guides or guided a 1+1 pair: the day from which she is a member counts for coverage */
  instructs: boolean;
  memberships: MembershipOnRecord[];
};

/** An earlier row of the same sheet with the same name. */
export type EarlierRow = { no: number; birthYear: number | null; phone: string | null; unitId: string | null };

export type Judged = {
  no: number;
  verdict: Verdict;
  reasons: Reason[];
  plan: Plan | null;
  person: PersonOnRecord | null;
  membership: MembershipOnRecord | null;
};

/** The verdict on a row, given everybody on record and every earlier row that has its name. */
export function judge(draft: Draft, onRecord: readonly PersonOnRecord[], earlier: readonly EarlierRow[]): Judged {
  const error = (...reasons: Reason[]): Judged => ({
    no: draft.no,
    verdict: 'error',
    reasons,
    plan: null,
    person: null,
    membership: null,
  });
  if (draft.reasons.length > 0 || !draft.unit) return error(...draft.reasons);
  const unit = draft.unit;
  const twin = earlier.find((row) => sameInSheet(draft, row));
  if (twin) return error(reason('same-as-row', twin.no));

  const likely = onRecord
    .map((person) => ({ person, like: likenessOf(draft, person) }))
    .filter(({ person, like }) => like?.strength === 'likely' && !twoWomen(draft, unit, person));
  if (likely.length === 0) return { ...error(), verdict: 'create', plan: planOf(draft, unit, null, null) };
  const best = closest(likely, unit);
  if (best.length > 1) return error(reason('several-fit', best.length));
  const [found] = best;
  if (!found || found.like?.reasons.includes('alike-name')) return error(reason('maybe-same', found?.person.name));
  return judgeKnown(draft, unit, found.person, error);
}

/** One of them is certain where she shares phone and name, or is a member of this very unit, and no other is. */
function closest<Found extends { person: PersonOnRecord; like: ReturnType<typeof likenessOf> }>(
  likely: Found[],
  unit: UnitPlace,
): Found[] {
  const tests = [
    ({ like }: Found) => like?.reasons.includes('same-phone'),
    ({ person, like }: Found) => like?.reasons.includes('same-year') && belongs(person, unit),
    ({ person }: Found) => belongs(person, unit),
  ];
  for (const test of tests) {
    const fitting = likely.filter(test);
    if (fitting.length > 0) return fitting;
  }
  return likely;
}

const belongs = (person: PersonOnRecord, unit: UnitPlace) =>
  person.memberships.some(({ path }) => path.startsWith(unit.path));

/** One name and year, but another phone and another unit: two facts speak for two women. */
const twoWomen = (draft: Draft, unit: UnitPlace, person: PersonOnRecord) =>
  draft.phone !== null &&
  person.phone !== null &&
  draft.phone !== person.phone &&
  person.memberships.length > 0 &&
  !belongs(person, unit);

function sameInSheet(draft: Draft, row: EarlierRow): boolean {
  if (draft.phone && row.phone)
    return (
      draft.phone === row.phone ||
      maskedPhone(draft.phone) === row.phone ||
      (agree(draft.birthYear, row.birthYear) && draft.unit?.id === row.unitId)
    );
  return agree(draft.birthYear, row.birthYear);
}

const agree = (one: number | null, other: number | null) => one === null || other === null || one === other;

function judgeKnown(
  draft: Draft,
  unit: UnitPlace,
  person: PersonOnRecord,
  error: (...reasons: Reason[]) => Judged,
): Judged {
  const here = person.memberships.find(({ path }) => path.startsWith(unit.path)) ?? null;
  const elsewhere = person.memberships[0];
  if (!here && elsewhere) return error(reason('member-elsewhere', elsewhere.unitName));
  const plan = planOf(draft, unit, person, here);
  const touched = new Set(plan.changes.map(({ field }) => field));
  const ofRecord = (['birthYear', 'phone', 'address'] as const).some((field) => touched.has(field));
  if (ofRecord && !person.kept) return error(reason('kept-elsewhere'));
  // from which day an instructor is a member decides what her pairs count for: that is changed on her own page
  if (person.instructs && (touched.has('joinedOn') || touched.has('unit'))) return error(reason('since-counts'));
  if (here?.earlierUntil && plan.since < here.earlierUntil) return error(reason('since-overlaps'));
  const verdict = plan.changes.length > 0 ? 'update' : 'same';
  return { no: draft.no, verdict, reasons: [], plan, person, membership: here };
}

/** The values that stand in the end: the row's own, else those on record. */
function planOf(draft: Draft, unit: UnitPlace, person: PersonOnRecord | null, here: MembershipOnRecord | null): Plan {
  const changes: FieldChange[] = [];
  const settle = <Value extends string | number>(field: ChangedField, wanted: Value | null, stands: Value | null) => {
    if (wanted !== null && wanted !== stands && person)
      changes.push({ field, from: stands === null ? null : String(stands), to: String(wanted) });
    return wanted ?? stands;
  };
  const birthYear = settle('birthYear', draft.birthYear, person?.birthYear ?? null);
  const phone = settle('phone', draft.phone, person?.phone ?? null);
  const address = settle('address', draft.address, person?.address ?? null);
  if (person && !here) changes.push({ field: 'unit', from: null, to: unit.name });
  const kind = (here ? settle('kind', draft.kind, here.kind) : draft.kind) ?? 'member';
  const since = (here ? settle('joinedOn', draft.joinedOn, here.since) : draft.joinedOn) ?? today();
  return {
    name: person?.name ?? draft.name,
    birthYear,
    phone,
    address,
    unitId: here?.unitId ?? unit.id,
    unitName: here?.unitName ?? unit.name,
    kind,
    since,
    demo: unit.demo,
    changes,
  };
}

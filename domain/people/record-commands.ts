import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { toDate, today } from '@/domain/day';
import { ok, problem, type Result } from '@/domain/result';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonToChange, findUnitToJoin } from './change-queries';
import type { LikelySame } from './duplicate';
import { findLikelySame } from './duplicate-queries';
import { nameBag } from './name';
import { rememberNotSame } from './not-same';
import { maskedPhone } from './phone';
import type { EditPersonInput, NewPersonInput } from './record';

export type RecordPersonProblem =
  | 'not-found'
  | 'not-allowed'
  | 'member-level'
  | 'from-in-future'
  | 'unit-not-open'
  | 'unit-closed'
  | 'likely-same';

/** Her record, and whether its phone is also somebody else's whom the viewer may see. */
export type Recorded = { id: string; sharesPhone: boolean };

/**
 * Writes down a woman with her first membership; her unit keeps the record. Somebody within the viewer's reach who is
 * likely the same is shown first ('likely-same', with `candidates` as JSON): saving goes on when she said of each that it
 * is another, and that is remembered. Nobody beyond her reach is shown or hinted at. Of two who write down the same
 * woman at once, the second is shown the first one's record.
 */
export async function recordPerson(
  viewer: Viewer,
  input: NewPersonInput,
): Promise<Result<Recorded, RecordPersonProblem>> {
  const unit = await findUnitToJoin(viewer, input.unitId);
  if (!unit.ok) return unit;
  if (input.from > today()) return problem('from-in-future');

  return transaction(async (tx) => {
    const refused = await refusalOfUnitDay(tx, unit.value.id, input.from);
    if (refused) return refused;
    await queueForName(tx, input);
    const alike = (await findLikelySame(viewer, [{ key: '', ...input }], tx)).get('') ?? [];
    const said = input.notSame ?? [];
    const likely = alike.filter(({ strength }) => strength === 'likely');
    if (likely.some(({ person }) => !said.includes(person.id)))
      return problem('likely-same', { candidates: JSON.stringify(alike), ids: likely.map(idOf).join() });

    const id = await insertPerson(tx, input);
    for (const { person } of likely) await rememberNotSame(tx, viewer.accountId, id, person.id);
    await record(tx, viewer, {
      verb: 'created',
      action: 'recordPerson',
      subjectType: 'person',
      subjectId: id,
      unitId: unit.value.id,
      change: { kind: input.kind, from: input.from, filled: filledOf(input), notSame: likely.map(idOf) },
    });
    return ok({ id, sharesPhone: alike.some(({ strength }) => strength === 'shares-phone') });
  });
}

const idOf = ({ person }: LikelySame) => person.id;

/** Names of the fields that say something: the trail tells that a phone was written down, not which. */
const filledOf = ({
  name,
  birthYear,
  phone,
  address,
  languages,
}: Omit<EditPersonInput, 'personId' | 'version' | 'dropPhone'>) =>
  Object.entries({ name, birthYear, phone, address, languages: languages.length > 0 || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field);

/** Whoever writes down a name or a phone waits for others who are writing down the same one, in one order. */
async function queueForName(tx: Transaction, { name, phone }: NewPersonInput) {
  for (const key of [`name ${nameBag(name)}`, ...(phone ? [`phone ${phone}`] : [])].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`person ${key}`}, 0))`;
}

async function insertPerson(tx: Transaction, input: NewPersonInput): Promise<string> {
  const { id } = await tx.person.create({
    data: {
      fullName: input.name,
      birthYear: input.birthYear ?? null,
      phone: input.phone ?? null,
      address: input.address ?? null,
      languages: input.languages,
      keeperUnitId: input.unitId,
      memberships: { create: { unitId: input.unitId, kind: input.kind, validFrom: toDate(input.from) } },
    },
    select: { id: true },
  });
  return id;
}

export type EditPersonProblem = 'not-found' | 'not-allowed' | 'changed-meanwhile';

/**
 * Corrects what is known of a person: only where her record is kept. An empty phone keeps the one on record, since the
 * form does not show it. Of two who correct her at once the second sees the first one's text beside her own.
 */
export async function editPerson(
  viewer: Viewer,
  input: EditPersonInput,
): Promise<Result<{ id: string }, EditPersonProblem>> {
  const found = await findPersonToChange(viewer, input.personId, 'people.record');
  if (!found.ok) return found;
  const { id, keeper } = found.value;
  return transaction(async (tx) => {
    const before = await tx.person.findUniqueOrThrow({ where: { id }, select: editable });
    if (before.version !== input.version) return problem('changed-meanwhile', asFields(before, input));
    const after = {
      fullName: input.name,
      birthYear: input.birthYear ?? null,
      phone: input.dropPhone ? null : (input.phone ?? before.phone),
      address: input.address ?? null,
      languages: input.languages,
    };
    const { count } = await tx.person.updateMany({ where: { id, version: input.version }, data: after });
    if (count === 0) return problem('changed-meanwhile', asFields(before, input));
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
    );
    await record(tx, viewer, {
      verb: 'changed',
      action: 'editPerson',
      subjectType: 'person',
      subjectId: id,
      unitId: keeper.id,
      change: { fields: changed },
    });
    return ok({ id });
  });
}

const editable = {
  fullName: true,
  birthYear: true,
  phone: true,
  address: true,
  languages: true,
  version: true,
} as const;

type Editable = {
  fullName: string | null;
  birthYear: number | null;
  phone: string | null;
  address: string | null;
  languages: string[];
  version: number;
};

/** As the form's fields hold them, to be shown beside what was typed; a phone masked, and only beside a new one. */
const asFields = (person: Editable, { phone }: EditPersonInput) => ({
  name: person.fullName ?? '',
  birthYear: person.birthYear ? String(person.birthYear) : '',
  address: person.address ?? '',
  languages: person.languages.join('\n'),
  version: String(person.version),
  ...(phone ? { phone: person.phone ? maskedPhone(person.phone) : '' } : {}),
});

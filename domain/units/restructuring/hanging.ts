import type { Day } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { Item } from './placing';

/** Everything that hangs on some units from a day on, in the order in which it is placed. */
export type Hanging = {
  people: Item[];
  subUnits: Item[];
  models: (Item & { standing: boolean })[];
  pairs: (Item & { standing: boolean })[];
  households: Item[];
  networks: Item[];
  venues: Item[];
  sessions: Item[];
  /** persons whose record these units keep */
  records: Item[];
  /** who belongs to a sub-unit, and to which: things go with their people also where those go with their group */
  below: { personId: string; unitId: string }[];
};

type Dated = { id: string; row: string };
/** Whom and what it goes with: the first of them that is placed. */
type Followed = Dated & { follows: (string | null)[]; standing: boolean };

/** Rows of one person or thing together, in the order in which they came. */
function gather<Row extends Dated>(rows: readonly Row[]): (Row & Item)[] {
  const items = new Map<string, Row & Item>();
  for (const row of rows) {
    const known = items.get(row.id);
    if (known) known.rows.push(row.row);
    else items.set(row.id, { ...row, rows: [row.row] });
  }
  return [...items.values()];
}

export async function readHanging(tx: Transaction, unitIds: readonly string[], from: Day): Promise<Hanging> {
  const units = [...unitIds];
  // one after the other: a transaction has one connection
  const people = await tx.$queryRaw<Dated[]>`
    SELECT m.person_id::text AS id, m.id::text AS row FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.unit_id = ANY (${units}::uuid[]) AND daterange(m.valid_from, m.valid_to) && daterange(${from}::date, NULL)
    ORDER BY p.given_name, p.other_names, p.id, m.valid_from`;
  const subUnits = await tx.$queryRaw<Dated[]>`
    SELECT p.unit_id::text AS id, p.id::text AS row FROM unit_parent p JOIN unit u ON u.id = p.unit_id
      LEFT JOIN LATERAL (SELECT name FROM unit_name n WHERE n.unit_id = u.id ORDER BY n.valid_from DESC LIMIT 1) n ON true
    WHERE p.parent_id = ANY (${units}::uuid[]) AND daterange(p.valid_from, p.valid_to) && daterange(${from}::date, NULL)
      AND (u.closed_on IS NULL OR u.closed_on > ${from}::date)
    ORDER BY n.name COLLATE app.vi_numeric, u.id, p.valid_from`;
  const models = await tx.$queryRaw<Followed[]>`
    SELECT h.model_id::text AS id, h.id::text AS row, EXISTS (SELECT FROM model_status s WHERE s.model_id = m.id
        AND s.status <> 'ended' AND daterange(s.valid_from, s.valid_to) && daterange(${from}::date, NULL)) AS standing,
      ARRAY (SELECT b.person_id::text FROM board_seat b WHERE b.model_id = m.id
        AND daterange(b.valid_from, b.valid_to) && daterange(${from}::date, NULL) ORDER BY b.office, b.valid_from LIMIT 5) AS follows
    FROM model_host h JOIN digital_model m ON m.id = h.model_id
    WHERE h.unit_id = ANY (${units}::uuid[]) AND daterange(h.valid_from, h.valid_to) && daterange(${from}::date, NULL)
    ORDER BY m.name COLLATE app.vi_numeric, m.id, h.valid_from`;
  const pairs = await tx.$queryRaw<Followed[]>`
    SELECT h.pair_id::text AS id, h.id::text AS row, p.valid_to IS NULL OR p.valid_to > greatest(${from}::date, p.valid_from) AS standing,
      ARRAY[tied.model_id::text, p.instructor_id::text, p.learner_id::text] AS follows
    FROM pair_host h JOIN pair p ON p.id = h.pair_id
      LEFT JOIN LATERAL (SELECT t.model_id FROM pair_tie t JOIN model_host f ON f.model_id = t.model_id AND f.unit_id = h.unit_id
        WHERE t.pair_id = p.id AND NOT isempty(daterange(t.valid_from, t.valid_to) * daterange(f.valid_from, f.valid_to) * daterange(${from}::date, NULL))
        ORDER BY EXISTS (SELECT FROM model_status s WHERE s.model_id = t.model_id AND s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, ${from}::date)) DESC,
          t.valid_from, t.model_id LIMIT 1) tied ON true
    WHERE h.unit_id = ANY (${units}::uuid[]) AND daterange(h.valid_from, h.valid_to) && daterange(${from}::date, NULL)
    ORDER BY p.valid_from, p.id, h.valid_from`;
  return {
    people: gather(people),
    subUnits: gather(subUnits),
    models: gather(models),
    pairs: gather(pairs),
    ...(await readUndated(tx, units, from)),
    below: await tx.$queryRaw<Hanging['below']>`
      SELECT DISTINCT m.person_id::text AS "personId", p.unit_id::text AS "unitId"
      FROM unit_parent p JOIN unit_span s ON s.unit_id = p.unit_id OR s.sub_association_id = p.unit_id
        JOIN membership m ON m.unit_id = s.unit_id
      WHERE p.parent_id = ANY (${units}::uuid[]) AND daterange(p.valid_from, p.valid_to) && daterange(${from}::date, NULL)
        AND daterange(m.valid_from, m.valid_to) && daterange(${from}::date, NULL)
      ORDER BY 1, 2`,
  };
}

/** Rows that have one unit and no days of their own, and are there on the day: some may only be about to come. */
async function readUndated(tx: Transaction, units: string[], from: Day) {
  const households = await tx.$queryRaw<(Dated & { follows: string[] })[]>`
    SELECT h.id::text, h.id::text AS row, ARRAY[h.head_person_id::text] AS follows
    FROM app.rows_at('household', ${units}::uuid[], ${from}::date) r JOIN household h ON h.id = r.row_id ORDER BY h.id`;
  const alone = (what: string) => tx.$queryRaw<Dated[]>`
    SELECT row_id::text AS id, row_id::text AS row FROM app.rows_at(${what}, ${units}::uuid[], ${from}::date) ORDER BY row_id`;
  const networks = await alone('network');
  const venues = await alone('venue');
  const sessions = await alone('session');
  const records = await alone('person');
  return {
    households: gather(households),
    networks: gather(networks),
    venues: gather(venues),
    sessions: gather(sessions),
    // the record goes with the woman it is about
    records: gather(records).map((item) => ({ ...item, follows: [item.id] })),
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { FieldDef, QueryResult } from 'pg';
import { presentWitness, type Witness } from '../witness';
import { isRead } from './reads';
import { isOfCommunes, statementNames } from './statement-names';

/** A statement as the driver of Prisma sends it. */
export type Asked = {
  name?: string | undefined;
  text: string;
  values: unknown[];
  rowMode: 'array';
  types: { getTypeParser(oid: number, format: 'text'): (value: string) => unknown };
};
type Answer = Pick<QueryResult<unknown[]>, 'fields' | 'rows' | 'rowCount' | 'command' | 'oid'>;
type Send = (asked: Asked) => Promise<Answer>;
type Waiting = {
  asked: Asked;
  answer: Promise<Answer>;
  told: (answer: Answer) => void;
  failed: (error: unknown) => void;
};
type Part = Waiting & { fields: FieldDef[] };

/** Statements whose columns are known, at most. */
const SHAPES_MAX = 2_000;
/** Statements of one round, at most, that travel as one: what plans them goes through all of them. */
const PARTS_MAX = 24;
/** Statements of a round, at least, that are worth a way of their own because they are planned once. */
const ONCE_MIN = 2;
/** Types that are no values: a column of theirs cannot be written as text. */
const PSEUDO = new Set([2249, 2278, 2287]);

/** Classes of errors that one statement is at fault for: its values, its words, what it uses. The rest concerns all of a round. */
const AT_FAULT = /^(0A|22|42|54)/;

/**
 * What an answer in the making reads at one time depends on nothing of each other: it goes to the database as one statement.
 * Changes, and what was never asked, so that its columns are unknown, go alone (0073).
 */
export class Rounds {
  private readonly shapes = new Map<string, FieldDef[] | null>();
  private readonly open = new Map<Witness, Waiting[]>();
  /** Asked for only where one plan suits all of a statement. */
  private readonly nameOf = statementNames('r', () => true);

  constructor(private readonly send: Send) {}

  async ask(asked: Asked): Promise<Answer> {
    const witness = presentWitness();
    if (!witness || !isRead(asked.text)) return this.send(asked);
    const waiting = this.open.get(witness) ?? this.begin(witness);
    const same = waiting.find((one) => isSame(one.asked, asked));
    if (same) return copyOf(await same.answer);
    const one = waitingFor(asked);
    waiting.push(one);
    return one.answer;
  }

  /** A round is over when the process has done what it has at hand: whoever asks after that has waited for something. */
  private begin(witness: Witness): Waiting[] {
    const waiting: Waiting[] = [];
    this.open.set(witness, waiting);
    setImmediate(() => {
      this.open.delete(witness);
      this.close(waiting);
    });
    return waiting;
  }

  /** All of a round is one statement: what comes back at one time goes on together, and asks together again. */
  private close(waiting: readonly Waiting[]): void {
    const parts: Part[] = [];
    for (const each of waiting) {
      const fields = this.shapes.get(shapeOf(each.asked));
      if (fields) parts.push({ ...each, fields });
      else this.alone(each);
    }
    for (const group of groupsOf(parts))
      for (let at = 0; at < group.length; at += PARTS_MAX) this.together(group.slice(at, at + PARTS_MAX));
  }

  private alone({ asked, told, failed }: Waiting): void {
    const name = !asked.name && isOfCommunes(asked) ? this.nameOf({ sql: asked.text }) : asked.name;
    this.send(name ? { ...asked, name } : asked).then((answer) => {
      this.learn(shapeOf(asked), answer.fields);
      told(answer);
    }, failed);
  }

  private learn(shape: string, fields: FieldDef[]): void {
    if (this.shapes.has(shape) || this.shapes.size >= SHAPES_MAX) return;
    this.shapes.set(shape, fields.some(({ dataTypeID }) => PSEUDO.has(dataTypeID)) ? null : fields);
  }

  private together(parts: Part[]): void {
    const [first, ...others] = parts;
    if (!first) return;
    if (others.length === 0) {
      this.alone(first);
      return;
    }
    const joined = joinedOf(parts);
    const name = parts.every(isPlannedOnce) ? this.nameOf({ sql: joined.text }) : '';
    this.send(name ? { ...joined, name } : joined).then(
      ({ rows }) => {
        for (const [at, part] of parts.entries()) part.told(answerOf(part, rowsOf(rows, at)));
      },
      // where one is at fault each is asked for itself, and says so itself
      (error: { code?: unknown }) => {
        const isOfOne = AT_FAULT.test(String(error?.code));
        for (const part of parts) isOfOne ? this.alone(part) : part.failed(error);
      },
    );
  }
}

const isPlannedOnce = ({ asked }: Part) => Boolean(asked.name) || isOfCommunes(asked);

/** What is planned once goes apart from what is planned anew: that would have all of it planned anew. */
function groupsOf(parts: Part[]): Part[][] {
  const once = parts.filter(isPlannedOnce);
  return once.length < ONCE_MIN || once.length === parts.length
    ? [parts]
    : [once, parts.filter((part) => !isPlannedOnce(part))];
}

function waitingFor(asked: Asked): Waiting {
  let told: Waiting['told'] = () => {};
  let failed: Waiting['failed'] = () => {};
  const answer = new Promise<Answer>((resolve, reject) => {
    told = resolve;
    failed = reject;
  });
  return { asked, answer, told, failed };
}

const isSame = (one: Asked, other: Asked) => one.text === other.text && isDeepStrictEqual(one.values, other.values);

/** Two who asked the same each have rows of their own. */
const copyOf = (answer: Answer): Answer => ({ ...answer, rows: answer.rows.map((row) => [...row]) });

/** The statement however many ids it is given: its columns are the same. */
const shapeOf = ({ text }: Asked) => text.replace(/\$\d+(,\$\d+)*/g, '$');

/** Cells come as the database writes them and are read by each part's own readers. */
const asWritten = { getTypeParser: () => (value: string) => value };

function joinedOf(parts: readonly Part[]): Asked {
  const width = Math.max(...parts.map(({ fields }) => fields.length));
  const values: unknown[] = [];
  const texts = parts.map(({ asked, fields }, at) => {
    const text = asked.text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + values.length}`);
    values.push(...asked.values);
    const names = fields.map((_, column) => `c${column}`);
    const cells = Array.from({ length: width }, (_, column) =>
      column < fields.length ? `c${column}::text` : 'NULL::text',
    );
    return `SELECT '${at}' AS part, ${cells.join(', ')} FROM (${text}) q${at} (${names.join(', ')})`;
  });
  return { text: texts.join('\nUNION ALL\n'), values, rowMode: 'array', types: asWritten };
}

const rowsOf = (rows: readonly unknown[][], part: number) => rows.filter(([of]) => of === String(part));

function answerOf({ asked, fields }: Part, rows: unknown[][]): Answer {
  const readers = fields.map(({ dataTypeID }) => asked.types.getTypeParser(dataTypeID, 'text'));
  return {
    command: 'SELECT',
    oid: 0,
    rowCount: rows.length,
    fields,
    rows: rows.map((row) =>
      readers.map((read, column) => (row[column + 1] === null ? null : read(row[column + 1] as string))),
    ),
  };
}

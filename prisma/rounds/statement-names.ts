type Asked = { sql: string };

/** Names at most: each is a plan that every connection keeps for good. */
const NAMES_MAX = 500;
/** So many times a statement is asked before it gets a name: what is asked once in a way is not worth a plan. */
const OFTEN = 4;
/** Statements whose times are counted, at most. */
const COUNTED_MAX = 5_000;

/** Rows by their ids: one plan suits whoever asks. */
const BY_KEY = /"id" = \$|id" IN \(\$/;
/**
 * A part of the tree, or letters: how many rows that is depends on who asks, and so does the best plan. Planned anew each time, unless
 * rows are asked for by their ids.
 */
const BY_AREA = /path"? (>=|\^@)|app\.within|\$\d+::text\[\]/;
const BY_LETTERS = /LIKE|strpos|starts_with|tsquery/;

/** Said by a statement that finds letters the same way whatever they are: all names, or an index of words and rows by their ids. */
const ONE_PLAN = '/* one plan */';

/** Said by a statement that is worked out far better when its day is known. */
const PLANNED_ANEW = '/* planned anew */';

const suitsEverybody = (sql: string) =>
  BY_KEY.test(sql) ||
  sql.includes(ONE_PLAN) ||
  !(BY_AREA.test(sql) || BY_LETTERS.test(sql) || sql.includes(PLANNED_ANEW));

/** A place by the numbers of the units from the province down, and the province itself. */
const AREA = /^\/(\d+\/)+$/;
const PROVINCE = /^\/\d+\/$/;

/**
 * Does a statement ask for communes, or for less? What plan is best for one is good for the others: PostgreSQL takes a range whose
 * ends it does not know for about a commune (0083).
 */
export function isOfCommunes({ text, values }: { text: string; values: readonly unknown[] }): boolean {
  if (BY_LETTERS.test(text) || !BY_AREA.test(text)) return false;
  const areas = values.flat().filter((value) => typeof value === 'string' && AREA.test(value));
  return areas.length > 0 && !areas.some((area) => PROVINCE.test(String(area)));
}

/**
 * Names statements that are asked often and that one plan suits: PostgreSQL plans them once a connection, and planning was a third of its
 * work. Two who name on one connection need two letters.
 */
export function statementNames(letter = 's', suits = suitsEverybody): (asked: Asked) => string {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= NAMES_MAX) return '';
    const asked = (times.get(sql) ?? 0) + 1;
    if (asked < OFTEN) {
      if (times.size >= COUNTED_MAX) times.clear();
      times.set(sql, asked);
      return '';
    }
    times.delete(sql);
    const given = suits(sql) ? `${letter}${names.size}` : '';
    names.set(sql, given);
    return given;
  };
}

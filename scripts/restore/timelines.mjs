/**
 * Segments of PostgreSQL's log and the lines of time they belong to. A restore begins a new line; its history says where it left which.
 * @typedef {{ timeline: number, position: number, address: string }} Switch the line that was left, the segment within which, and where exactly
 * @typedef {{ timeline: number, switches: Switch[], bornAt: Date | undefined }} History
 * @typedef {{ timeline: number, first: string | undefined, last: string | undefined, missing: string[], behind: number, until?: string }} Way
 * @typedef {{ histories: History[], firstChange: string, lastChange?: string | undefined, to?: Date | undefined }} From
 */

const SEGMENT = /^[0-9A-F]{24}$/;
const HISTORY = /^[0-9A-F]{8}\.history$/;
/** A number of the log has so many segments of 16 MB. */
const SEGMENTS = 256;
/** What a restore writes into the history that it begins: PostgreSQL passes over it. */
const BORN = /^# restored (\S+)$/gm;
/** More are not told one by one. */
const TOLD = 1_000;

/** @param {string} name */
export const isSegment = (name) => SEGMENT.test(name);
/** @param {string} name */
export const isHistory = (name) => HISTORY.test(name);
/** @param {string} name of a segment or a history */
export const timelineOf = (name) => Number.parseInt(name.slice(0, 8), 16);
/**
 * How many segments there were before this one since the database was made.
 * @param {string} name
 */
export const positionOf = (name) =>
  Number.parseInt(name.slice(8, 16), 16) * SEGMENTS + Number.parseInt(name.slice(16), 16);
/**
 * The segment within which an address of the log lies, as PostgreSQL writes it: "1/3A000148".
 * @param {string} address
 */
export function positionAt(address) {
  const [high = '0', low = '0'] = address.split('/');
  return Number.parseInt(high, 16) * SEGMENTS + (Number.parseInt(low, 16) >>> 24);
}

/** @param {number} number */
const figures = (number) => number.toString(16).toUpperCase().padStart(8, '0');
/**
 * @param {number} timeline
 * @param {number} position
 */
const nameOf = (timeline, position) =>
  `${figures(timeline)}${figures(Math.floor(position / SEGMENTS))}${figures(position % SEGMENTS)}`;

/** @param {number} timeline */
export const historyName = (timeline) => `${figures(timeline)}.history`;

/** @param {Date} at */
export const bornLine = (at) => `# restored ${at.toISOString()}\n`;

/**
 * What the file of a history says.
 * @param {string} name
 * @param {string} text
 * @returns {History}
 */
export function historyOf(name, text) {
  const switches = text.split('\n').flatMap((line) => {
    const [, timeline, address] = /^(\d+)\t([0-9A-F]+\/[0-9A-F]+)/.exec(line) ?? [];
    return timeline && address ? [{ timeline: Number(timeline), position: positionAt(address), address }] : [];
  });
  const born = [...text.matchAll(BORN)].at(-1)?.[1];
  return { timeline: timelineOf(name), switches, bornAt: born ? new Date(born) : undefined };
}

/**
 * The newest line of time that goes on from a backup; where a minute was asked for, of those that had begun by then.
 * @param {History[]} histories
 * @param {{ timeline: number, position: number }} from
 * @param {Date | undefined} to
 */
function lineFrom(histories, { timeline, position }, to) {
  const going = histories.filter(
    ({ switches, bornAt }) =>
      switches.some((each) => each.timeline === timeline && each.position >= position) &&
      (!to || !bornAt || bornAt <= to),
  );
  return going.sort((one, other) => other.timeline - one.timeline)[0] ?? { timeline, switches: [], bornAt: undefined };
}

/**
 * The line that leads on from a backup, and which one a segment at a position belongs to on the way.
 * @param {From} how
 */
function followed({ histories, firstChange, lastChange = firstChange, to }) {
  const from = { timeline: timelineOf(firstChange), position: positionOf(lastChange) };
  const line = lineFrom(histories, from, to);
  const timelineAt = (/** @type {number} */ position) =>
    line.switches.find((each) => position < each.position)?.timeline ?? line.timeline;
  return { from, line, timelineAt };
}

/**
 * The segments that lie beside the way: of lines that a restore left, from where it left them. PostgreSQL would take one of these where the
 * way's own is missing.
 * @param {readonly string[]} names
 * @param {From} how
 */
export function besideWay(names, how) {
  const { from, line, timelineAt } = followed(how);
  const begun = line.switches.at(-1)?.position ?? 0;
  // of a line of which nothing was closed yet, what it was begun within stands on the one before alone
  const young = !names.some((name) => isSegment(name) && timelineOf(name) === line.timeline);
  const isOn = (/** @type {string} */ name) => {
    const position = positionOf(name);
    return timelineOf(name) === timelineAt(young && position === begun ? position - 1 : position);
  };
  return names.filter((name) => isSegment(name) && positionOf(name) > from.position && !isOn(name));
}

/**
 * Newer lines than the backup's own of which segments lie there and no history says where they began.
 * @param {readonly string[]} names
 * @param {From} how
 */
export function untoldLines(names, { histories, firstChange }) {
  const told = new Set(histories.map(({ timeline }) => timeline));
  const lines = new Set(names.filter(isSegment).map(timelineOf));
  return [...lines].filter((line) => line > timelineOf(firstChange) && !told.has(line)).sort((a, b) => a - b);
}

/**
 * How the log leads on from a backup: along which line, from which segment to which, and which are missing. `until`: where a line begins of which
 * nothing was closed yet.
 * @param {readonly string[]} names segments there are
 * @param {From} how
 * @returns {Way}
 */
export function wayOn(names, how) {
  const there = new Set(names.filter(isSegment));
  const { from, line, timelineAt } = followed(how);
  const own = [...there].filter((name) => timelineOf(name) === line.timeline).map(positionOf);
  // where nothing of the new line was closed yet, what it was begun from is the end
  const end = Math.max(from.position, (line.switches.at(-1)?.position ?? 0) - 1, ...own);
  /** @type {string[]} */
  const missing = [];
  let behind = 0;
  let last = from.position;
  for (let position = from.position + 1; position <= end; position++) {
    const name = nameOf(timelineAt(position), position);
    if (!there.has(name)) missing.length < TOLD && missing.push(name);
    else if (missing.length > 0) behind += 1;
    else last = position;
  }
  const named = (/** @type {number} */ position) =>
    position > from.position ? nameOf(timelineAt(position), position) : undefined;
  const first = end > from.position ? from.position + 1 : 0;
  const begun = own.length === 0 ? line.switches.at(-1)?.address : undefined;
  const until = begun ? { until: begun } : {};
  return { timeline: line.timeline, first: named(first), last: named(last), missing, behind, ...until };
}

/**
 * Segments that are missing between those that lie there since a backup, seen by names alone: each line must be one piece, and the backup's own
 * begin where it ended.
 * @param {readonly string[]} names
 * @param {{ firstChange: string, lastChange: string }} backup
 */
export function missingSince(names, { firstChange, lastChange }) {
  const after = positionOf(lastChange);
  /** @type {Map<number, number[]>} */
  const lines = new Map();
  for (const name of names.filter(isSegment))
    if (positionOf(name) > after)
      lines.set(timelineOf(name), [...(lines.get(timelineOf(name)) ?? []), positionOf(name)]);
  let missing = 0;
  for (const [timeline, found] of lines) {
    const begun = timeline === timelineOf(firstChange) ? after + 1 : Math.min(...found);
    missing += Math.max(...found) - begun + 1 - new Set(found).size;
  }
  return missing;
}

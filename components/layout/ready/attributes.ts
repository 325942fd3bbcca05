/** What stands for the signs that markup takes for its own, in text and in attributes alike. */
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** A text as it stands in markup: it can neither open a tag nor end an attribute. */
export const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => signs[sign] as string) : text;

/** Names that differ from React's. */
const aliases = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['tabIndex', 'tabindex'],
  ...[
    'dominant-baseline',
    'fill-opacity',
    'fill-rule',
    'font-family',
    'font-size',
    'font-weight',
    'paint-order',
    'pointer-events',
    'shape-rendering',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-opacity',
    'stroke-width',
    'text-anchor',
    'vector-effect',
  ].map((name) => [name.replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase()), name] as const),
]);

/** Names with capitals that stand as React has them. */
const asTheyAre = new Set([
  ...['autoCapitalize', 'autoComplete', 'colSpan', 'dateTime', 'hrefLang', 'inputMode', 'maxLength', 'minLength'],
  'rowSpan',
  ...['patternTransform', 'patternUnits', 'preserveAspectRatio', 'viewBox'],
]);

/** There or not there: a value says nothing more. */
const flags = new Set(['checked', 'disabled', 'hidden', 'open', 'required', 'reversed', 'selected']);

/** Names that only React may write: it looks into their values, or they concern nothing but itself. */
const leadsAway = new Set(['action', 'formAction', 'href', 'src', 'xlinkHref']);
const saysNothing = new Set(['children', 'suppressHydrationWarning']);

/** What an element says of itself, with a blank before each: undefined where only React knows how it is written. */
export function attributesOf(props: Record<string, unknown>): string | undefined {
  let all = '';
  for (const name in props) {
    const value = props[name];
    if (value === undefined || value === null || saysNothing.has(name)) continue;
    const way = ways.get(name) ?? wayOf(name);
    const one = typeof value === 'string' && way.plain ? way.begun + escaped(value) : attributeOf(way, value);
    if (one === undefined) return undefined;
    all += one === '' ? '' : `${one}"`;
  }
  return all;
}

/** How a name is written: `begun` to the sign before its value; `plain`: a text is its value, whatever it says. */
type Way = { begun: string; isFlag: boolean; leads: boolean; says: boolean; plain: boolean };

/** Names as markup has them. */
const ways = new Map<string, Way>();
const UNKNOWN: Way = { begun: '', isFlag: false, leads: false, says: false, plain: false };

function wayOf(name: string): Way {
  const markup = written(name);
  const [isFlag, leads] = [flags.has(name), leadsAway.has(name)];
  const says = /^(data|aria)-/.test(name);
  const way = markup === undefined ? UNKNOWN : { begun: ` ${markup}="`, isFlag, leads, says, plain: !isFlag && !leads };
  ways.set(name, way);
  return way;
}

/** The same to the sign behind its value; nothing of a flag that is down, and undefined where React has to say. */
function attributeOf(way: Way, value: unknown): string | undefined {
  const { begun, isFlag, leads } = way;
  if (begun === '') return undefined;
  if (isFlag) return isValue(value) ? (value ? begun : '') : undefined;
  switch (typeof value) {
    case 'string':
      return leads && !isPlainPlace(value) ? undefined : begun + escaped(value);
    case 'number':
      return Number.isFinite(value) ? begun + value : undefined;
    case 'boolean':
      return truth(way, value);
    default:
      return undefined;
  }
}

const isValue = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

function written(name: string): string | undefined {
  const alias = aliases.get(name);
  if (alias) return alias;
  if (/^[a-z][a-z0-9]*$/.test(name)) return name === 'style' || name === 'ref' ? undefined : name;
  return asTheyAre.has(name) || /^(data|aria)-[a-z-]+$/.test(name) ? name : undefined;
}

function truth({ begun, says }: Way, value: boolean): string | undefined {
  if (says) return begun + value;
  if (begun !== ' download="') return undefined;
  return value ? begun : '';
}

/** An address within the portal or on a site: React turns away what would run as a script. */
const isPlainPlace = (value: string) => /^([/#?]|https?:|mailto:|tel:|sms:|[a-z0-9][a-z0-9/._-]*$)/i.test(value);

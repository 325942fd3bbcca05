/** What stands for the signs that markup takes for its own, in text and in attributes alike. */
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** A text as it stands in markup: it can neither open a tag nor end an attribute. */
export const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => signs[sign] as string) : text;

/** Names that differ from React's. */
const aliases = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
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
  ...['rowSpan', 'tabIndex'],
  ...['patternTransform', 'patternUnits', 'preserveAspectRatio', 'viewBox'],
]);

/** There or not there: a value says nothing more. */
const flags = new Set(['checked', 'disabled', 'hidden', 'open', 'required', 'reversed', 'selected']);

/** Names that only React may write: it looks into their values, or they concern nothing but itself. */
const leadsAway = new Set(['action', 'formAction', 'href', 'src', 'xlinkHref']);
const saysNothing = new Set(['children', 'dangerouslySetInnerHTML', 'suppressHydrationWarning']);

/** What an element says of itself, with a blank before each: undefined where only React knows how it is written. */
export function attributesOf(props: Record<string, unknown>): string | undefined {
  let all = '';
  for (const name in props) {
    if (saysNothing.has(name)) continue;
    const one = attributeOf(name, props[name]);
    if (one === undefined) return undefined;
    all += one;
  }
  return all;
}

function attributeOf(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  const markupName = nameOf(name);
  if (markupName === undefined) return undefined;
  switch (typeof value) {
    case 'string':
      return leadsAway.has(name) && !isPlainPlace(value) ? undefined : flagged(name, markupName, value !== '', value);
    case 'number':
      return Number.isFinite(value) ? flagged(name, markupName, value !== 0, String(value)) : undefined;
    case 'boolean':
      return truth(name, markupName, value);
    default:
      return undefined;
  }
}

/** Names as markup has them; undefined where React has to say. */
const names = new Map<string, string | undefined>();

function nameOf(name: string): string | undefined {
  if (!names.has(name)) names.set(name, written(name));
  return names.get(name);
}

function written(name: string): string | undefined {
  const alias = aliases.get(name);
  if (alias) return alias;
  if (/^[a-z][a-z0-9]*$/.test(name)) return name === 'style' || name === 'ref' ? undefined : name;
  return asTheyAre.has(name) || /^(data|aria)-[a-z-]+$/.test(name) ? name : undefined;
}

const flagged = (name: string, written: string, there: boolean, value: string) => {
  if (!flags.has(name)) return ` ${written}="${escaped(value)}"`;
  return there ? ` ${written}=""` : '';
};

function truth(name: string, written: string, value: boolean): string | undefined {
  if (written.startsWith('data-') || written.startsWith('aria-')) return ` ${written}="${value}"`;
  if (!flags.has(name) && name !== 'download') return undefined;
  return value ? ` ${written}=""` : '';
}

/** An address within the portal or on a site: React turns away what would run as a script. */
const isPlainPlace = (value: string) => /^([/#?]|https?:|mailto:|tel:|sms:|[a-z0-9][a-z0-9/._-]*$)/i.test(value);

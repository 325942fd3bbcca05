import { IntlMessageFormat } from 'intl-messageformat';
import { isValidElement, type ReactNode } from 'react';

type Values = Parameters<IntlMessageFormat['format']>[0];
type Surroundings = { locale: string; timeZone?: string };

/** Messages that were read, by language, time zone and text: there are as many as stand in `messages`, and each is read once a process. */
const read = new Map<string, Map<string | undefined, Map<string, IntlMessageFormat>>>();

/** What is in a map under a name; put in where it is not. */
function within<Name, Value>(map: Map<Name, Value>, name: Name, make: () => Value): Value {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}

/**
 * Puts values into a message, as next-intl does by itself, which reads each message anew for each page (`next.config.ts` names this
 * in its place).
 */
export default function formatMessage(
  key: string,
  message: unknown,
  values: Values,
  { locale, timeZone }: Surroundings,
) {
  if (typeof message !== 'string') throw new Error(`${key} is no message, but a part of them`);
  if (!values && !/'[{}<#|']/.test(message)) return message;
  // a name put together of all three would have to be read letter by letter for each message of each page
  const here = within(
    within(read, locale, () => new Map()),
    timeZone,
    () => new Map(),
  );
  const format = within(
    here,
    message,
    () => new IntlMessageFormat(message, locale, undefined, { formatters: formattersOf(timeZone) }),
  );
  const made = format.format<ReactNode>(values as Record<string, ReactNode>);
  return isValidElement(made) || Array.isArray(made) || typeof made === 'string' ? made : String(made);
}
formatMessage.raw = true;

type Asked<Format extends abstract new (...args: never[]) => unknown> = ConstructorParameters<Format>;

function keeping<Args extends unknown[], Made>(make: (...args: Args) => Made) {
  const made = new Map<string, Made>();
  return (...args: Args): Made => {
    const name = JSON.stringify(args);
    const one = made.get(name) ?? make(...args);
    made.set(name, one);
    return one;
  };
}

/** Makers of formats that keep what they made, by what was asked for; days and hours are those of the portal. */
const formattersOf = keeping((timeZone: string | undefined) => ({
  getNumberFormat: keeping((...asked: Asked<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...asked)),
  getDateTimeFormat: keeping(
    (...[locales, options]: Asked<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(locales, { timeZone, ...options }),
  ),
  getPluralRules: keeping((...asked: Asked<typeof Intl.PluralRules>) => new Intl.PluralRules(...asked)),
}));

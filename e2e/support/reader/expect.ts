import { expect as base } from '@playwright/test';
import { Found, says } from './found';
import { descriptionOf, isShown, textOf } from './names';
import { Reader } from './reader';
import { saidBy } from './sending';

type Words = string | RegExp;
/** For what a browser has: what a reader has does not change by itself. */
type Patience = { timeout?: number };
type Answer = { pass: boolean; message: () => string };
type Kind<Thing> = abstract new (...made: never[]) => Thing;

const whole = (text: string, asked: Words) => (asked instanceof RegExp ? asked.test(text) : says(text, asked, true));

/** A matcher for what a reader has; for what a browser has it is the browser's own. */
function ofKind<Thing, Asked extends unknown[]>(
  kind: Kind<Thing>,
  name: string,
  look: (thing: Thing, ...asked: Asked) => [boolean, unknown],
) {
  return async function (this: { isNot: boolean }, thing: unknown, ...asked: Asked): Promise<Answer> {
    if (thing instanceof kind) {
      const [pass, seen] = look(thing, ...asked);
      return { pass, message: () => `${this.isNot ? 'not ' : ''}${name} ${asked.map(String).join(' ')}, but: ${seen}` };
    }
    const matchers = base(thing as object);
    const own = (this.isNot ? matchers.not : matchers) as unknown as Record<string, (...asked: Asked) => Promise<void>>;
    try {
      await own[name]?.(...asked);
      return { pass: !this.isNot, message: () => name };
    } catch (error) {
      return { pass: this.isNot, message: () => (error as Error).message };
    }
  };
}

const of = <Asked extends unknown[]>(name: string, look: (found: Found, ...asked: Asked) => [boolean, unknown]) =>
  ofKind(Found, name, look);

const words = (name: string, fits: (text: string, asked: Words) => boolean) =>
  of(name, (found, asked: Words | Words[], _?: Patience) => {
    const texts = Array.isArray(asked) ? found.elements().map(textOf) : [textOf(found.one())];
    const wanted = Array.isArray(asked) ? asked : [asked];
    return [texts.length === wanted.length && texts.every((text, at) => fits(text, wanted[at] ?? '')), texts];
  });

/** What is expected of a page that was read by requests, in the words for a page in a browser. */
export const expect = base.extend({
  toBeVisible: of('toBeVisible', (found, _?: Patience) => [found.elements().some(isShown), found.elements().length]),
  toBeHidden: of('toBeHidden', (found, _?: Patience) => [!found.elements().some(isShown), found.elements().length]),
  toHaveCount: of('toHaveCount', (found, count: number, _?: Patience) => [
    found.elements().length === count,
    found.elements().length,
  ]),
  toHaveText: words('toHaveText', whole),
  toContainText: words('toContainText', says),
  toHaveValue: of('toHaveValue', (found, asked: Words) => [whole(saidBy(found.one()), asked), saidBy(found.one())]),
  toBeChecked: of('toBeChecked', (found) => [found.one().hasAttribute('checked'), found.one().outerHTML]),
  toHaveAttribute: of('toHaveAttribute', (found, name: string, asked: Words = /^/) => {
    const value = found.one().getAttribute(name);
    return [value !== null && (asked instanceof RegExp ? asked.test(value) : value === asked), value];
  }),
  toHaveAccessibleDescription: of('toHaveAccessibleDescription', (found, asked: Words) => {
    const said = descriptionOf(found.one());
    return [whole(said, asked), said];
  }),
  toHaveURL: ofKind(Reader, 'toHaveURL', (reader, asked: Words) => {
    const at = reader.url();
    return [asked instanceof RegExp ? asked.test(at) : new URL(asked, at).href === at, at];
  }),
});

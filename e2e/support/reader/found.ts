import { isShown, isTold, labelsOf, nameOf, selectorOf, textOf } from './names';
import { attach, type Choice, chooseFrom, formOf, type Sheet, saidBy, tick, type } from './sending';

type Words = string | RegExp;
type Named = { name?: Words; exact?: boolean; level?: number };
type Narrowed = { hasText?: Words; has?: Found; visible?: boolean };

/** Whether words say what is asked for: a part of them in any case, all of them where it has to be exact. */
export function says(text: string, asked: Words, exact = false): boolean {
  if (asked instanceof RegExp) return asked.test(text);
  const wanted = asked.replace(/\s+/g, ' ').trim();
  return exact ? text === wanted : text.toLowerCase().includes(wanted.toLowerCase());
}

/** Whoever has the page open that is asked about. */
type Opened = {
  readonly document: Document;
  url(): string;
  follow(link: Element): Promise<void>;
  send(button: Element): Promise<void>;
};

const all = (scope: ParentNode, selector: string): Element[] => Array.from(scope.querySelectorAll(selector));
const FIELDS = 'input:not([type=hidden]), select, textarea, [role=combobox], [aria-label], [aria-labelledby]';
const AROUND = 'a[href], button, input, summary, label';

/** Parts of the page that a reader has open, asked for as in a browser; looked up anew each time. */
export class Found {
  constructor(
    private readonly reader: Opened,
    readonly within: (scope: ParentNode) => Element[],
  ) {}

  /** At this moment, in the order of the page. */
  elements(): Element[] {
    return this.within(this.reader.document);
  }

  /** The one part that is meant: more than one is a slip of the test. */
  one(): Element {
    const [element, ...more] = this.elements();
    if (!element) throw new Error(`nothing there on ${this.reader.url()}`);
    if (more.length > 0) throw new Error(`${more.length + 1} parts of ${this.reader.url()}: ${nameOf(element)}, …`);
    return element;
  }

  private inner(select: (scope: ParentNode) => Element[]): Found {
    return new Found(this.reader, (scope) => [...new Set(this.within(scope).flatMap(select))]);
  }
  private of(keep: (elements: Element[]) => Element[]): Found {
    return new Found(this.reader, (scope) => keep(this.within(scope)));
  }

  getByRole(role: string, { name, exact, level }: Named = {}): Found {
    const selector = level ? `h${level}` : selectorOf(role);
    return this.inner((scope) =>
      all(scope, selector).filter(
        (element) =>
          isTold(element) &&
          (role !== 'region' || nameOf(element) !== '') &&
          (name === undefined || says(nameOf(element), name, exact)),
      ),
    );
  }

  getByLabel(label: Words, { exact = false } = {}): Found {
    return this.inner((scope) =>
      all(scope, FIELDS).filter((field) =>
        [...labelsOf(field).map(textOf), ...(field.closest('label') ? [] : [nameOf(field)])].some((words) =>
          says(words, label, exact),
        ),
      ),
    );
  }

  getByText(words: Words, { exact = false } = {}): Found {
    const speaks = (element: Element) => says(textOf(element), words, exact);
    return this.inner((scope) =>
      all(scope, '*').filter(
        (element) =>
          !/^(script|style|head|title)$/i.test(element.tagName) &&
          speaks(element) &&
          !Array.from(element.children).some(speaks),
      ),
    );
  }

  locator(selector: string, narrowed: Narrowed = {}): Found {
    return this.inner((scope) => all(scope, selector)).filter(narrowed);
  }

  filter({ hasText, has, visible }: Narrowed): Found {
    return this.of((elements) =>
      elements.filter(
        (element) =>
          (hasText === undefined || says(textOf(element), hasText)) &&
          (has === undefined || has.within(element).length > 0) &&
          (visible === undefined || isShown(element) === visible),
      ),
    );
  }

  first = () => this.nth(0);
  last = () => this.nth(-1);
  nth = (at: number) => this.of((elements) => elements.slice(at, at === -1 ? undefined : at + 1));
  or = (other: Found) =>
    new Found(this.reader, (scope) => {
      const [some, others] = [this.within(scope), other.within(scope)];
      return all(scope, '*').filter((element) => some.includes(element) || others.includes(element));
    });

  all = async () => this.elements().map((element) => new Found(this.reader, () => [element]));
  count = async () => this.elements().length;
  textContent = async () => this.one().textContent;
  allTextContents = async () => this.elements().map(({ textContent }) => textContent ?? '');
  getAttribute = async (name: string) => this.one().getAttribute(name);
  inputValue = async () => saidBy(this.one());
  isVisible = async () => this.elements().some(isShown);
  isChecked = async () => this.one().hasAttribute('checked');

  fill = async (words: string) => type(this.one(), words);
  check = async () => tick(this.field(), true);
  uncheck = async () => tick(this.field(), false);
  setInputFiles = async (sheet: Sheet) => attach(this.one(), sheet);
  selectOption = async (choice: Choice) => chooseFrom(this.one(), choice);

  private field(): Element {
    const element = this.one();
    const named = element.getAttribute('for');
    if (element.tagName !== 'LABEL') return element;
    const field = named ? element.ownerDocument.getElementById(named) : element.querySelector('input');
    if (!field) throw new Error(`${element.outerHTML} stands for no field`);
    return field;
  }

  /** Goes where a link leads, sends the form of a button, unfolds, ticks. */
  async click(): Promise<void> {
    const element = this.one();
    const target = element.closest(AROUND);
    if (!target) throw new Error(`${element.outerHTML.slice(0, 200)} is nothing to press`);
    if (target.tagName === 'A') return this.reader.follow(target);
    if (target.tagName === 'SUMMARY') return void target.parentElement?.toggleAttribute('open');
    if (target.tagName === 'BUTTON' || /^(submit|image)$/.test(target.getAttribute('type') ?? ''))
      return this.reader.send(target);
    const box = new Found(this.reader, () => [target]).field();
    tick(box, box.getAttribute('type') === 'radio' || !box.hasAttribute('checked'));
  }

  /** Return sends the form by its first button, as a browser does. */
  async press(key: 'Enter'): Promise<void> {
    const form = formOf(this.one());
    const buttons = all(this.reader.document, 'button:not([type=button]), input[type=submit]');
    const button = buttons.find((each) => formOf(each) === form);
    if (!button) throw new Error(`no form for ${key}`);
    return this.reader.send(button);
  }
}

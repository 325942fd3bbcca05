import { actionOf, type BuiltAction, formsIn, type SentForm } from '../page/forms';
import type { Visitor } from '../stage/stage';
import { hiddenIn, wordsOf } from './answers';
import type { Known } from './ground';

/** What stands in fields of a form; a file has a name and bytes. */
export type Typed = Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;

export const DIGITS = '402917';

/** What is typed into forms that take nothing at random, by the name of their action. */
const TYPED: Record<string, (known: Known) => Typed> = {
  handOverMemberCard: () => ({ password: DIGITS, repeatedPassword: DIGITS }),
  erasePerson: ({ mark }) => ({ name: `Đỗ ${mark} Ẩn` }),
};

/** How an action is called in lists: its file, and its name there. */
export const nameOf = ({ file, name }: BuiltAction) => `${file} ${name}`;

export type Answer = { status: number; to: string | undefined; words: string; forms: SentForm[] };

/** What it says, and what the page says that it leads to, with the forms that stand on either. */
export async function said({ http }: Visitor, { address, fields }: SentForm, typed: Typed = {}): Promise<Answer> {
  const answer = await http.post(address, { multipart: { ...fields, ...typed } });
  const to = answer.headers().location;
  const then = to ? await http.get(to) : null;
  const [words, thenWords] = [await wordsOf(answer), then ? await wordsOf(then) : ''];
  const forms = [...formsIn(address, words), ...(to ? formsIn(new URL(to, answer.url()).href, thenWords) : [])];
  return { status: answer.status(), to, words: words + thenWords, forms };
}

/** What was found of all that was sent. */
export type Found = { sent: Set<string>; told: string[]; broken: string[] };

/** All forms of these pages that change something. What a page tells is noted, and one that does not open: none is passed over in silence. */
export async function openedForms({ http }: Visitor, addresses: readonly string[], { told, broken }: Found) {
  const forms: SentForm[] = [];
  for (const address of addresses) {
    const answer = await http.get(address);
    if (answer.status() !== 200) broken.push(`${address}: ${answer.status()}`);
    const words = await wordsOf(answer);
    told.push(...hiddenIn(words).map((what) => `${address}: ${what}`));
    forms.push(...formsIn(address, words));
  }
  return forms;
}

/** Of the same form on one page so many: a row's is like the next row's. */
const OF_ONE_KIND = 2;
/** So many forms are followed from one page: a deed leads to the next, and that to another. */
const FROM_ONE_PAGE = 60;

/**
 * Sends these forms of a page as this visitor, then those that stand only where one of them led. What an answer tells of what stands behind
 * doors is noted, and an answer that is none.
 */
export async function sendAll(
  visitor: Visitor,
  forms: readonly SentForm[],
  { known, actions, file, found }: { known: Known; actions: readonly BuiltAction[]; file: string; found: Found },
): Promise<void> {
  const waiting = [...forms];
  const seen = new Map<string, number>();
  for (let count = 0; waiting.length > 0; ) {
    const form = waiting.shift();
    if (count >= FROM_ONE_PAGE) found.broken.push(`${file}: more forms than are followed from one page`);
    if (!form || count >= FROM_ONE_PAGE) return;
    const built = actionOf(form, actions);
    const times = built ? (seen.get(nameOf(built)) ?? 0) + 1 : Number.POSITIVE_INFINITY;
    if (!built || times > OF_ONE_KIND) continue;
    count += 1;
    seen.set(nameOf(built), times);
    const { status, to, words, forms: next } = await said(visitor, form, TYPED[built.name]?.(known));
    if (status >= 500 || to?.includes('dang-nhap'))
      found.broken.push(`${nameOf(built)} on ${file}: ${status} ${to ?? ''}`);
    found.sent.add(nameOf(built));
    found.told.push(...hiddenIn(words).map((what) => `${nameOf(built)} on ${file}: ${what}`));
    waiting.push(...next.filter((each) => isNew(actionOf(each, actions), found.sent, seen)));
  }
}

/** Whether nobody has sent it yet, from this page or another. */
const isNew = (built: BuiltAction | undefined, sent: ReadonlySet<string>, seen: ReadonlyMap<string, number>): boolean =>
  built !== undefined && !sent.has(nameOf(built)) && !seen.has(nameOf(built));

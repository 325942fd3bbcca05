/** What ends the sentence around an address and is no part of it. */
const ENDS = '.,;:!?…)]’\'"';

/** An address as it was meant, without what ends the sentence around it; a bracket stays where the address opened one. */
export function wholeAddress(typed: string): string {
  let unopened = count(typed, ')') - count(typed, '(');
  let end = typed.length;
  for (; ENDS.includes(typed[end - 1] ?? ' '); end--) {
    if (typed[end - 1] !== ')') continue;
    if (unopened <= 0) break;
    unopened--;
  }
  return typed.slice(0, end);
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** An address of the web that says so itself, behind a sign that could not belong to it, and not within signs of code. */
const TYPED =
  /(?<before>^|[^\p{L}\p{N}@/._`-])(?<address>(?:https?:\/\/(?=[\p{L}\p{N}])|www\.(?=[a-z0-9-]+\.[a-z]))[^\s<>"“”«»`\p{C}]+)/giu;
/** `https://bank.vn@thief.example` leads to the thief, whatever it looks like. */
const DISGUISED = /^[^/?#]*\/\/[^/?#]*@/;

/** Letters beyond ASCII as Markdown would spell them in an address, so that it comes back as it went. */
const spelled = (address: string) => address.replace(/[^\0-\x7f]+/g, encodeURI);

/** A stretch of words, and where it leads if it is an address. */
export type Stretch = { text: string; href?: string };

/** Words cut where addresses of the web stand in them: together they are what was typed. */
export function stretchesOf(words: string): Stretch[] {
  const cut: Stretch[] = [];
  let told = 0;
  for (const { index, groups } of words.matchAll(TYPED)) {
    const address = wholeAddress(groups?.address ?? '');
    const href = spelled(/^www/i.test(address) ? `https://${address}` : address);
    if (DISGUISED.test(href)) continue;
    const from = index + (groups?.before ?? '').length;
    if (from > told) cut.push({ text: words.slice(told, from) });
    cut.push({ text: address, href });
    told = from + address.length;
  }
  if (told < words.length) cut.push({ text: words.slice(told) });
  return cut;
}

import type { Fields } from './head';

/** Beyond these all are forgotten. */
const HEADS_MAX = 1_000;
/** Texts of one length that are compared before it is cheaper to read. */
const ALIKE_MAX = 8;

/**
 * The fields of heads that came before, to the letter, and what they came to: a browser sends the same again and again.
 * Found by their length, for to compare some hundred signs is cheaper than to hash them.
 */
export class HeadsRead {
  private readonly byLength = new Map<number, { text: string; fields: Fields }[]>();
  private size = 0;

  get(text: string): Fields | undefined {
    const alike = this.byLength.get(text.length);
    if (alike) for (const one of alike) if (one.text === text) return one.fields;
    return undefined;
  }

  set(text: string, fields: Fields): void {
    if (this.size >= HEADS_MAX) this.forget();
    const alike = this.byLength.get(text.length) ?? [];
    if (alike.length >= ALIKE_MAX) return;
    this.byLength.set(text.length, alike);
    alike.push({ text, fields });
    this.size++;
  }

  private forget(): void {
    this.byLength.clear();
    this.size = 0;
  }
}

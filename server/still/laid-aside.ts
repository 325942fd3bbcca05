import { randomUUID } from 'node:crypto';

/**
 * Parts of a page that are written out already. Next is handed a mark for each: it would write each of them twice more, for the page and for
 * a browser's script.
 */
export class LaidAside {
  /** Made anew for each drawing: no text that a page shows can hold it. */
  private readonly mark = randomUUID();
  private readonly parts: string[] = [];

  /** Keeps a part; what comes back stands for it. */
  readonly lay = (part: string): string => `${this.mark}${this.parts.push(part) - 1};`;

  /** A page that Next wrote, with the parts where their marks stand. */
  put(page: string): string {
    const [head = '', ...rest] = page.split(this.mark);
    return rest.reduce((whole, behind) => {
      const end = behind.indexOf(';');
      return whole + (this.parts[Number(behind.slice(0, end))] ?? '') + behind.slice(end + 1);
    }, head);
  }
}

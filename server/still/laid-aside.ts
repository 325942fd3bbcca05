import { randomUUID } from 'node:crypto';

/**
 * Parts of a page that are written out already. Next is handed a mark for each: it would write each of them twice more, for the page and for
 * a browser's script.
 */
export class LaidAside {
  /** Made anew for each drawing: no text that a page shows can hold it. */
  private readonly mark = randomUUID();
  private readonly parts: string[] = [];

  /** `behind`: what stands before each mark in whose place its part is put. Any other mark stays, as one in a script does. */
  constructor(private readonly behind = '') {}

  /** Keeps a part; what comes back stands for it. */
  readonly lay = (part: string): string => `${this.mark}${this.parts.push(part) - 1};`;

  /** A page that Next wrote, with the parts where their marks stand; they are held no longer. */
  put(page: string): string {
    const [head = '', ...rest] = page.split(this.behind + this.mark);
    const parts = this.parts.splice(0);
    return rest.reduce((whole, next) => {
      const end = next.indexOf(';');
      return whole + this.behind + (parts[Number(next.slice(0, end))] ?? '') + next.slice(end + 1);
    }, head);
  }
}

/** The same of what nobody looks through once it is drawn: a part is written out where it stands. */
export const IN_PLACE: Aside = { lay: (part) => part, put: (page) => page };

export type Aside = Pick<LaidAside, 'lay' | 'put'>;

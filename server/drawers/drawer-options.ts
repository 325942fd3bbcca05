/** How a process that draws is started, and who is told what becomes of it. */
export type DrawerOptions<Drawer> = {
  /** the command that starts it; where it is to answer and its number come after */
  command: string[];
  /** the socket at which it is to answer */
  socket: string;
  /** its number among those of this front, from 1 */
  number: number;
  /** Something was changed in it: resolves when everybody else knows. */
  changed: (tags: string[]) => Promise<void>;
  /** told once, when it is at work, and once when it has ended, in whatever way */
  up: (drawer: Drawer) => void;
  ended: (drawer: Drawer) => void;
  /** milliseconds after which it is taken for hung */
  silence?: number;
  /** told what should not happen */
  report: (what: string) => void;
};

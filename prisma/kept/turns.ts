import { outside } from '../outside';

/** What is to be made ahead: whether it is still wanted when its turn comes, and how it is made. */
type Task = { name: string; isWanted: () => boolean; run: () => Promise<unknown> };

type Turns = { line: Map<string, Task>; isBusy: boolean };

// One line a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.turns');
const world = globalThis as { [KEY]?: Turns };

/** Has a task run when its turn comes, once however often it is asked for by then. */
export function lineUp(task: Task): void {
  world[KEY] ??= { line: new Map(), isBusy: false };
  const turns = world[KEY];
  turns.line.set(task.name, task);
  takeTurn(turns);
}

/** One after the other: pages that are asked for meanwhile want PostgreSQL as well. */
function takeTurn(turns: Turns): void {
  const task = turns.isBusy ? undefined : nextWanted(turns);
  if (!task) return;
  turns.isBusy = true;
  const over = () => {
    turns.isBusy = false;
    takeTurn(turns);
  };
  // in an answer whoever asked would wait for it, and it would fail for her
  outside(task.run).then(over, over);
}

function nextWanted({ line }: Turns): Task | undefined {
  for (const [name, task] of line) {
    line.delete(name);
    if (task.isWanted()) return task;
  }
  return undefined;
}

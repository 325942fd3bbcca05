import { AsyncLocalStorage } from 'node:async_hooks';

/** What is to be made ahead: whether it is still wanted when its turn comes, and how it is made. */
type Task = { name: string; isWanted: () => boolean; run: () => Promise<unknown> };

/** `outside` runs what belongs to no answer: whoever asked waits for none of it, and none of it fails for her. */
type Turns = { line: Map<string, Task>; isBusy: boolean; outside: <Result>(run: () => Result) => Result };

// One line a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.turns');
const world = globalThis as { [KEY]?: Turns };

/** From now on there are turns. To be called where no answer is being made. */
export function openTurns(): void {
  world[KEY] ??= { line: new Map(), isBusy: false, outside: AsyncLocalStorage.snapshot() };
}

/** Has a task run when its turn comes, once however often it is asked for by then. */
export function lineUp(task: Task): void {
  const turns = world[KEY];
  if (!turns) return;
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
  turns.outside(task.run).then(over, over);
}

function nextWanted({ line }: Turns): Task | undefined {
  for (const [name, task] of line) {
    line.delete(name);
    if (task.isWanted()) return task;
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { Bystander } from './bystander';
import { drawingProcessesOf, type Server } from './processes';

/**
 * Milliseconds in which somebody beside has her answers, and bytes that the process may take. On a busy machine they
 * are as many times longer as the same took before the storm, against two quiet cores.
 */
const HEALTH_MS = 200;
const SIGN_IN_MS = 2_000;
const GROWTH_MAX = 200_000_000;
/** Milliseconds that these take on two quiet cores, the slowest of some. */
const QUIET = { health: 50, signIn: 400 };
const LOOK_BEFORE_MS = 600;

/** Bytes of memory that a process has for itself. */
export const memoryOf = (pid: number | undefined) =>
  Number(/^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_000;

/** The same of those that draw behind a front. */
export const memoryOfDrawing = ({ child }: Server) =>
  drawingProcessesOf(child).reduce((sum, pid) => sum + memoryOf(pid), 0);

/** Somebody who asks how a portal is and signs in to it, beside whatever is sent to occupy it. */
export class Storm {
  private constructor(
    private readonly server: Server,
    private readonly bystander: Bystander,
  ) {}

  static async beside(server: Server, who: { identifier: string; password: string }): Promise<Storm> {
    const bystander = new Bystander(server.origin, who);
    await bystander.during(async () => {});
    return new Storm(server, bystander);
  }

  /** Does something to the portal; meanwhile it answers, lets an official in, and takes no more memory than is stated. */
  async standsThrough(storm: () => Promise<unknown>, { signsIn = true } = {}): Promise<void> {
    const quiet = await this.bystander.during(() => pause(LOOK_BEFORE_MS));
    const busy = Math.max(1, Math.max(...quiet.signIns) / QUIET.signIn, Math.max(...quiet.healths) / QUIET.health);
    const before = memoryOf(this.server.child.pid);
    const seen = await this.bystander.during(storm, { signsIn });
    expect(Math.max(...seen.healths), `health, ${busy} times as busy`).toBeLessThan(HEALTH_MS * busy);
    if (signsIn) expect(Math.max(...seen.signIns), `signing in, ${busy} times as busy`).toBeLessThan(SIGN_IN_MS * busy);
    expect(memoryOf(this.server.child.pid) - before, 'memory').toBeLessThan(GROWTH_MAX);
  }

  close = () => this.bystander.close();
}

import { expect } from '@playwright/test';
import { type Server, startProcess } from './processes';

type Drawn = { id: string; path: string; statements: number };

/** What a process with LOG_LEVEL=debug says of each answer it made (server/still/drawing/drawn-line.ts). */
export const drawnLines = ({ said }: Pick<Server, 'said'>): Drawn[] =>
  said()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('"msg":"drawn"}'))
    .map((line) => JSON.parse(line) as Drawn);

/** A process beside the portal under test that says how often it asks its database for each answer it makes. */
export class CountingPortal {
  private constructor(private readonly server: Server) {}

  static async open(surroundings: Record<string, string>): Promise<CountingPortal> {
    return new CountingPortal(await startProcess({ DATABASE_PATIENCE: '6', ...surroundings, LOG_LEVEL: 'debug' }));
  }

  get origin(): string {
    return this.server.origin;
  }

  /** Asks for a page that is not kept: the status of its answer, and the statements that its database was sent for it. */
  async ask(path: string, init: RequestInit = {}): Promise<{ status: number; statements: number }> {
    const before = drawnLines(this.server).length;
    const answer = await fetch(`${this.origin}${path}`, { redirect: 'manual', ...init });
    await answer.arrayBuffer();
    // a page for everyone is one Buffer, which names no request: nobody else asks this process
    const id = answer.headers.get('x-request-id');
    const said = () => drawnLines(this.server).slice(before);
    const drawn = () => said().find((line) => id === null || line.id === id)?.statements ?? null;
    await expect.poll(drawn, `${path} was drawn for this request`).not.toBeNull();
    return { status: answer.status, statements: drawn() ?? 0 };
  }

  close(): void {
    this.server.child.kill('SIGKILL');
  }
}

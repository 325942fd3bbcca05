import { expect } from '@playwright/test';
import { type Server, startProcess } from './processes';

type Line = { id?: string; msg?: string; statements?: number };

/** A process beside the portal under test that says how often it asks its database for each answer it makes. */
export class CountingPortal {
  private constructor(private readonly server: Server) {}

  static async open(surroundings: Record<string, string>): Promise<CountingPortal> {
    return new CountingPortal(await startProcess({ ...surroundings, LOG_LEVEL: 'debug' }));
  }

  get origin(): string {
    return this.server.origin;
  }

  /** Asks for a page that is not kept: the status of its answer, and the statements that its database was sent for it. */
  async ask(path: string, init: RequestInit = {}): Promise<{ status: number; statements: number }> {
    const answer = await fetch(`${this.origin}${path}`, { redirect: 'manual', ...init });
    await answer.arrayBuffer();
    const id = answer.headers.get('x-request-id');
    const drawn = () => this.lines().find((line) => line.msg === 'drawn' && line.id === id)?.statements ?? null;
    await expect.poll(drawn, `${path} was drawn for this request`).not.toBeNull();
    return { status: answer.status, statements: drawn() ?? 0 };
  }

  private lines(): Line[] {
    return this.server
      .said()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as Line] : []));
  }

  close(): void {
    this.server.child.kill('SIGKILL');
  }
}

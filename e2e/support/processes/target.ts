import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { noteFigures } from '../../../test/chance/figures';
import { read, unique } from '../../../test/factories/write';
import { openSession } from '../stage/session';
import {
  choosePlaces,
  makeRecords,
  openDatabase,
  type Places,
  type Records,
  type Visitor,
  visit,
} from '../stage/stage';
import { databaseAddress, type Server, startProcess } from './processes';

const AT_ONCE = 6;
/** A provider that never answers: what its answers and cookies hold is read all the same. */
export const SILENT_PROVIDER = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_NAME: 'Tài khoản Đồng Nai',
};

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: BodyInit };

/**
 * A process of our own, so that the limits for one network do not hide what lies behind them, with records to ask for and an
 * official of the province who may do so.
 */
export class Target {
  private constructor(
    private readonly server: Server,
    readonly database: pg.Client,
    readonly places: Places,
    readonly records: Records,
    readonly visitor: Visitor,
    /** what the official's browser says */
    readonly official: { cookie: string },
  ) {}

  static async open(): Promise<Target> {
    const database = await openDatabase();
    const [province] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province' LIMIT 1`);
    const [server, places] = await Promise.all([
      startProcess({
        ...SILENT_PROVIDER,
        DATABASE_URL: databaseAddress(),
        DATABASE_PATIENCE: '6',
        TRUST_PROXY: 'on',
        DEMO: 'on',
      }),
      choosePlaces(database),
    ]);
    const records = await makeRecords(database, places, `Fz${unique().slice(-6)}`);
    const visitor = await visit(database, 'province_official', province ?? { id: '' });
    const { name, value } = await openSession(database, visitor.accountId);
    return new Target(server, database, places, records, visitor, { cookie: `${name}=${value}` });
  }

  async close(): Promise<void> {
    this.server.child.kill('SIGKILL');
    await this.visitor.http.dispose();
    await this.database.end();
  }

  /** Ids of what is there, so that a page with one strange part is reached behind the others. */
  ids(): string[] {
    return [...Object.values(this.records), ...Object.values(this.places).map(({ id }) => id)];
  }

  /** Sends all of it, a few at a time; none may be answered by a failure, nor leave the official signed out. */
  async expectNoFailure(requests: Sent[]): Promise<void> {
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    const queue = requests.entries();
    const work = async () => {
      for (const [at, sent] of queue) {
        const { status, text } = await this.send(sent, `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) failures.push(`${status} ${wordsOf(sent)} ${text.slice(0, 200)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const told = [...statuses].sort().map(([status, count]) => `${status} ${count} times`);
    noteFigures(`${test.info().title}: ${requests.length} requests, answered ${told.join(', ')}`);
    expect(failures).toEqual([]);
    expect((await this.send({ path: '/admin', headers: this.official }, '10.255.255.255')).status).toBe(200);
  }

  private async send({ method = 'GET', path, headers, body }: Sent, network: string) {
    const answer = await fetch(`${this.server.origin}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: { 'x-forwarded-for': network, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, text: await answer.text() };
  }
}

function wordsOf({ method = 'GET', path, headers = {}, body }: Sent): string {
  const said = body instanceof FormData ? JSON.stringify([...body]) : String(body ?? '');
  return `${method} ${path} ${JSON.stringify({ ...headers, cookie: undefined })} ${said.slice(0, 1_000)}`;
}

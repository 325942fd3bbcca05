import type pg from 'pg';
import type { Role } from '../../../domain/access/permissions';
import { createGroup, createSubAssociation, keepRecords } from '../../../test/factories/units';
import { type Made, read } from '../../../test/factories/write';
import { Reader } from '../reader/reader';
import { choosePlaces, type Places, type Visitor, visit } from '../stage/stage';
import { makeGround } from './databases';
import { startProcess } from './processes';
import { drawnLines } from './statements';

/**
 * A process with a database of its own, on the build of the portal under test: nobody but its visitors does anything in it. So
 * whole tables can be compared, and what public pages show is of these changes alone.
 */
export type QuietPortal = {
  origin: string;
  /** of its database */
  url: string;
  database: pg.Client;
  places: Places;
  /** Signs somebody in who holds one role at a unit, or held it until today. */
  come(role: Role, unit: Made, options?: { ended: boolean }): Promise<Visitor>;
  /** Next's own paths of the answers made so far, one for each time it was made. */
  drawn(): string[];
  /** How often the database was asked for the last answer of this path. */
  statements(path: string): number | undefined;
  /** Its pages as somebody reads them, or as anybody. */
  read(visitor?: Visitor): Promise<Reader>;
  close(): Promise<void>;
};

/** Such a portal on a database of this name; its process may have surroundings of its own. */
export async function openQuietPortal(
  name: string,
  surroundings: Record<string, string> = {},
  host?: string,
): Promise<QuietPortal> {
  const ground = await makeGround(name);
  const database = ground.client;
  await peopleTwoCommunes(database);
  const places = await choosePlaces(database);
  const usual = { DATABASE_URL: ground.url, DATABASE_PATIENCE: '6', LOG_LEVEL: 'debug' };
  const server = await startProcess({ ...usual, ...surroundings }, host);
  const { origin, child } = server;
  return {
    origin,
    url: ground.url,
    database,
    places,
    drawn: () => drawnLines(server).map(({ path }) => path),
    statements: (path) => drawnLines(server).findLast((line) => line.path === path)?.statements,
    come: (role, unit, options) => visit(database, role, unit, { ...options, origin }),
    read: (visitor) => Reader.open(origin, visitor),
    async close() {
      child.kill('SIGKILL');
      await ground.drop();
    },
  };
}

/** Sub-associations with groups in two communes of a ground that has none: what `choosePlaces` looks for. */
async function peopleTwoCommunes(database: pg.Client): Promise<void> {
  const communes = await read<Made>(database, `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug DESC LIMIT 2`);
  for (const commune of communes) {
    await keepRecords(database, commune);
    for (const name of ['Khu phố 1', 'Khu phố 2', 'Khu phố 3', 'Khu phố 4']) {
      const subAssociation = await createSubAssociation(database, commune, { name });
      for (const group of ['Tổ 1', 'Tổ 2']) await createGroup(database, subAssociation, { name: group });
    }
  }
}

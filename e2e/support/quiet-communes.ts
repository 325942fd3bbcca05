import type pg from 'pg';
import { createGroup, createSubAssociation } from '../../prisma/factories/units';
import { type Made, read } from '../../prisma/factories/write';

/** Sub-associations with groups in two communes of a ground that has none: what `choosePlaces` looks for. */
export async function peopleTwoCommunes(database: pg.Client): Promise<void> {
  const communes = await read<Made>(database, `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug DESC LIMIT 2`);
  for (const commune of communes)
    for (const name of ['Khu phố 1', 'Khu phố 2', 'Khu phố 3', 'Khu phố 4']) {
      const subAssociation = await createSubAssociation(database, commune, { name });
      for (const group of ['Tổ 1', 'Tổ 2']) await createGroup(database, subAssociation, { name: group });
    }
}

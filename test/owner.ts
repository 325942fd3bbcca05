import pg from 'pg';

/** Rows as the owner of the database reads them, whom nothing is kept from: what stands behind a door is looked at from outside (0245). */
export async function ownerReads<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  try {
    return (await owner.query(sql, [...values])).rows as Row[];
  } finally {
    await owner.end();
  }
}

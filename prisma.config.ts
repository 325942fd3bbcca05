import { defineConfig } from 'prisma/config';

// Only migrations and generation come through here. `generate` needs no database, so an address may be missing.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});

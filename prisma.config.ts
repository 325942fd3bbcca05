import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The engine of migrations that comes from npm: Prisma's own would be downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./scripts/database/schema-engine.mjs', import.meta.url),
);
process.env.CHECKPOINT_DISABLE ??= '1';

// Only migrations and generation come through here. `generate` needs no database, so an address may be missing.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '', shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL ?? '' },
});

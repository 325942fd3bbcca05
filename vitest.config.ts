import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)),
  // Outside of Next the mark has nothing to guard.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

/** Tests that need PostgreSQL say so by their name; all others run anywhere, in no time. */
const needsDatabase = [
  '**/{commands,queries,database}.test.ts',
  '**/*-{commands,queries,database}.test.ts',
  'prisma/**/*.test.ts',
];
const never = ['node_modules/**', '.next/**', 'e2e/**', '.test/**', '.data/**'];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['**/*.test.ts'],
          exclude: [...needsDatabase, ...never, 'prisma/seed/database.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: needsDatabase,
          exclude: never,
          globalSetup: ['prisma/test-database.ts'],
          setupFiles: ['prisma/test-worker.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

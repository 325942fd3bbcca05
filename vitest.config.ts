import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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
/** What puts something in the place of a module says so too, and has a process to itself: others have loaded the real one. */
const needsProcess = ['**/*-alone.test.ts'];
/** They end what hangs and measure nothing: generous enough for a machine that has much else to do. */
const PATIENCE_MS = { testTimeout: 120_000, hookTimeout: 120_000 };
/** V8 optimises the WebAssembly that makes Prisma's queries after a moment, at length; a process of tests ends before that pays. */
const OPTIMISED_LATER = ['--wasm-tiering-budget=13000000'];
const never = ['node_modules/**', '.next/**', 'e2e/**', '.test/**', '.data/**', '.release/**'];

/** Files that take long or wait long go first, so that the others fill the other workers meanwhile. */
const LONG = /\/(matrix-database|crash-database|connections|storm-database)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const [first, others] = [true, false].map((is) => files.filter(({ moduleId }) => LONG.test(moduleId) === is));
    return [...(first ?? []), ...(await super.sort(others ?? []))];
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongestFirst },
    // Far from Viet Nam: whatever takes the clock of the server for that of the union, fails.
    env: { TZ: 'America/New_York' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['**/*.test.ts'],
          exclude: [...needsDatabase, ...needsProcess, ...never],
          setupFiles: ['test/next-environment.ts'],
          // Files share a process and what it has loaded: half the work.
          pool: 'forks',
          isolate: false,
          maxWorkers: 2, // on two cores it would be one, which waits for a quarter of its time
          ...PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: { name: 'pure-alone', include: needsProcess, exclude: never, maxWorkers: 2, ...PATIENCE_MS },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: needsDatabase,
          exclude: never,
          globalSetup: ['test/database.ts'],
          setupFiles: ['test/worker.ts'],
          pool: 'forks',
          isolate: false,
          maxWorkers: 3, // one of them waits
          execArgv: OPTIMISED_LATER,
          sequence: { groupOrder: 1 }, // behind the others, whose number of workers is another
          ...PATIENCE_MS,
        },
      },
    ],
  },
});

import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** `npm test` starts the portal and names its address; the browser is the one of the system where there is one. */
const installed = (paths: string[]) => paths.find((path) => existsSync(path));
const whole = installed(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
/** The same Chromium without what is only for screens: half the work. What readers wait for is measured in the whole browser. */
const shell = installed(['/usr/bin/chromium-headless-shell']) ?? whole;
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const launch = (executablePath: string | undefined) => ({ args: QUIET, ...(executablePath ? { executablePath } : {}) });

/** Journeys that take long or wait long go first, so that the others fill the other workers meanwhile. */
const LONG = /(database-away|still-processes|kept-pages|access-forms|accessibility)[.]spec/;
const MEASURED = /(weight|storm)[.]spec/;
/** Closes months and opens them again, which moves figures of the city: after those that compare two pages of it. */
const MOVES_THE_CITY = /reports[/\\](reports|city-signing)[.]spec/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.test/results',
  fullyParallel: true,
  // Three on two cores: each of them waits about a third of its time for the portal, for the browser or for an instant.
  workers: 3,
  // A journey that passes only the second time is named at the end of `npm test`: it says something of the journey or the portal.
  retries: 1,
  // These end what hangs and protect nothing: how fast a page is, is measured where a test says so (weight, storm). Generous
  // therefore, so that a busy machine does not make a good portal look broken.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    { name: 'long journeys', testMatch: LONG },
    { name: 'journeys', testIgnore: [LONG, MEASURED, MOVES_THE_CITY] },
    { name: 'moves the city', testMatch: MOVES_THE_CITY, dependencies: ['long journeys', 'journeys'] },
    // Both are measured, so one after the other, when nothing else uses the machine.
    { name: 'storm', testMatch: /storm[.]spec/, dependencies: ['moves the city'], workers: 1 },
    {
      name: 'weight',
      testMatch: /weight[.]spec/,
      dependencies: ['storm'],
      workers: 1,
      use: { launchOptions: launch(whole) },
    },
  ],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: launch(shell),
    baseURL: process.env.PORTAL_URL ?? 'http://127.0.0.1:3000',
    locale: 'vi-VN',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
  },
});

// `npm run sbom`: what the portal is made of, as CycloneDX. The same lockfile gives the same text: npm run --silent sbom > sbom.json
import './ground/node-version.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { listedByNpm, madeOf } from './packages/sbom.mjs';

try {
  process.stdout.write(madeOf(listedByNpm()));
} catch (error) {
  if (!(error instanceof PlainProblem)) throw error;
  process.stderr.write(`${error.message}\n${error.output}\n`);
  process.exitCode = 1;
}

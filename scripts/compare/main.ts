// `npm run compare -- <address> <address>`: two portals over copies of the same data, one with a change that should change
// nothing. Every public page in both languages, what each role sees and exports must be equal.
import { comparePortals } from './compare-portals';

const [before, after] = process.argv.slice(2);
const password = process.env.DEMO_PASSWORD;
if (!before || !after || !password) {
  console.error('Two addresses of running demonstration portals are needed, and DEMO_PASSWORD, the same for both.');
  process.exit(1);
}

const { compared, unequal } = await comparePortals({ before, after, password, say: (line) => console.log(line) });
console.log(`${compared} compared, ${unequal} unequal`);
process.exit(unequal === 0 ? 0 : 1);

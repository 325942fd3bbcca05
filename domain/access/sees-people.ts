import { grantable } from './grantable';
import { permissions, type Role, roles } from './permissions';

/**
 * What permissions are about, by the word before the dot: whether it shows who somebody is, by name, number or record. A test holds that
 * none is missing, so that a new one is judged here.
 */
export const showsPersons: Record<string, boolean> = {
  units: false,
  people: true,
  'member-cards': true,
  merging: true,
  consents: true,
  sensitive: true,
  'own-data': true,
  'digital-models': true,
  pairs: true,
  'peer-lessons': false,
  trainings: false,
  messages: true,
  outcomes: true,
  attendance: true,
  enrolments: true,
  certificates: true,
  articles: false,
  pictures: false,
  coverage: false,
  boundaries: false,
  'spot-checks': true,
  targets: false,
  reports: false,
  reminders: false,
  accounts: false,
  imports: true,
  exports: true,
  jobs: false,
  condition: false,
  'second-pairs': false,
  audit: false,
};

const sees = (role: Role): boolean =>
  Object.entries(permissions).some(
    ([name, holders]) => showsPersons[name.split('.')[0] ?? ''] && (holders as readonly Role[]).includes(role),
  );

const seeing: ReadonlySet<Role> = new Set(
  // whoever can give such a role can give it to herself
  roles.filter((role) => sees(role) || grantable[role].some(sees)),
);

/** Can a role see a person's record, or give a role that can? It asks for a second factor. */
export const canSeePeople = (role: Role): boolean => seeing.has(role);

// Checks the licence of every package against licences.json, by the bill of materials that npm makes (CycloneDX), which
// is kept in .cache/sbom.json. Exits 1 and names each package whose licence may not be used, and why.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Fields of a package.json whose packages are direct dependencies. */
const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const SBOM_FILE = join(root, '.cache', 'sbom.json');

/**
 * Whether an SPDX expression can be met with the listed licences: of `A OR B` one is enough, of `A AND B` both are
 * needed. `WITH` and `+` are not understood, and so not listed. No library is used, since those for SPDX bring lists
 * that are licensed otherwise than we allow.
 * @param {string} expression such as `(MIT OR CC0-1.0)`
 * @param {ReadonlySet<string>} allowed SPDX identifiers
 */
export function isAllowed(expression, allowed) {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (tokens[at] !== '(') return allowed.has(tokens[at++]);
    at++;
    const met = either();
    return tokens[at++] === ')' && met;
  };
  const both = () => {
    let met = one();
    while (tokens[at] === 'AND') {
      at++;
      met = one() && met;
    }
    return met;
  };
  const either = () => {
    let met = both();
    while (tokens[at] === 'OR') {
      at++;
      met = both() || met;
    }
    return met;
  };
  const met = either();
  return met && at === tokens.length;
}

/**
 * What is wrong with the licences of packages.
 * @param {{name: string, version: string, licence: string}[]} packages
 * @param {ReadonlySet<string>} directNames packages that a package.json of ours names
 * @param {{direct: string[], transitive: string[], exceptions: {package: string, licence: string, reason: string}[]}} rules
 * @returns {string[]} a sentence each; empty when all may be used
 */
export function licenceFaults(packages, directNames, rules) {
  const direct = new Set(rules.direct);
  const all = new Set([...rules.direct, ...rules.transitive]);
  const unused = new Set(rules.exceptions);
  const faults = [];
  for (const { name, version, licence } of packages) {
    const exception = rules.exceptions.find((each) => each.package === name && each.licence === licence);
    if (exception) unused.delete(exception);
    else if (!isAllowed(licence, directNames.has(name) ? direct : all)) {
      const kind = directNames.has(name) ? 'a direct dependency' : 'brought along by another package';
      faults.push(
        `${name}@${version} (${kind}) is licensed '${licence || 'unknown'}', which licences.json does not list.`,
      );
    }
  }
  for (const { package: name, licence } of unused) {
    faults.push(`licences.json excepts ${name} (${licence}), which is not installed: take the line out.`);
  }
  return faults;
}

/** The bill of materials of what is installed. Ends the process when npm can't make it. */
function billOfMaterials() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stdout, stderr } = spawnSync(npm, ['sbom', '--sbom-format=cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status === 0) return JSON.parse(stdout);
  console.error(`npm can't make a bill of materials: ${stderr}`);
  process.exit(1);
}

/** The SPDX expression of a component of the bill. */
function licenceOf({ licenses = [] }) {
  return licenses.map((each) => each.expression ?? each.license?.id ?? each.license?.name ?? '').join(' AND ');
}

/**
 * Packages that the lock file names and that are not installed here: those for other systems, and what npm was told to
 * leave out. Somebody else installs them.
 * @param {Record<string, {name?: string, version?: string, license?: string, link?: boolean}>} locked by their folder
 * @param {{name: string, version: string}[]} installed
 * @returns {{name: string, version: string, licence: string}[]}
 */
export function installedElsewhere(locked, installed) {
  const known = new Set(installed.map(({ name, version }) => `${name}@${version}`));
  return Object.entries(locked)
    .filter(([folder, { link }]) => folder.includes('node_modules/') && !link)
    .map(([folder, { name = folder.split('node_modules/').at(-1), version = '', license = '' }]) => {
      return { name, version, licence: license };
    })
    .filter(({ name, version }) => !known.has(`${name}@${version}`));
}

function lockedPackages() {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

function directDependencies(workspaces) {
  const files = ['package.json', ...workspaces.map((folder) => join(folder, 'package.json'))];
  const manifests = files.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')));
  return new Set(manifests.flatMap((each) => DEPENDENCY_FIELDS.flatMap((field) => Object.keys(each[field] ?? {}))));
}

function workspaceFolders() {
  return Object.keys(lockedPackages()).filter((path) => path !== '' && !path.includes('node_modules'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const bill = billOfMaterials();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(SBOM_FILE, JSON.stringify(bill));
  const installed = bill.components.map((each) => ({
    name: each.group ? `${each.group}/${each.name}` : each.name,
    version: each.version,
    licence: licenceOf(each),
  }));
  const packages = [...installed, ...installedElsewhere(lockedPackages(), installed)];
  const rules = JSON.parse(readFileSync(join(root, 'licences.json'), 'utf8'));
  const faults = licenceFaults(packages, directDependencies(workspaceFolders()), rules);
  for (const fault of faults) console.error(fault);
  console.log(`${packages.length} packages, ${faults.length} whose licence may not be used`);
  process.exit(faults.length > 0 ? 1 : 0);
}

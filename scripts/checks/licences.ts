import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A package that ships with the product, with the `license` of its package.json. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
}

/** Licences whose code may become part of a GPL-3.0-or-later program (docs/decisions/0001-licence.md). */
const ALLOWED = new Set(
  `0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 GPL-3.0-or-later ISC LGPL-2.1-or-later
  LGPL-3.0-or-later MIT MIT-0 MPL-2.0 Unlicense WTFPL Zlib`.split(/\s+/),
);

/** Packages whose package.json does not say it, read by a person; one version each, so that the next is read again. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'htmx.org@4.0.1': '0BSD', // "BSD-0-Clause" there; its LICENSE is the Zero-Clause BSD licence
  'pause@0.0.1': 'MIT', // in its Readme
};

/** The packages whose licence is not known to allow shipping them, as `name@version: licence`. */
export function offenders(packages: readonly ShippedPackage[]): string[] {
  return packages
    .map(({ name, version, licence }) => ({
      id: `${name}@${version}`,
      licence: READ_BY_HAND[`${name}@${version}`] ?? licence,
    }))
    .filter(({ licence }) => licence === null || !allows(licence))
    .map(({ id, licence }) => `${id}: ${licence ?? 'says nothing'}`);
}

/** Whether an SPDX expression ("(BSD-3-Clause OR GPL-2.0)") leaves a choice that is allowed. */
function allows(expression: string): boolean {
  const bare = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  if (ALLOWED.has(bare)) return true;
  const words = bare.split(/\s+or\s+/i);
  // No package mixes OR with AND or brackets today; one that does is an offender until this can read it.
  if (words.length > 1) return words.some((word) => ALLOWED.has(word));
  return bare.split(/\s+and\s+/i).every((word) => ALLOWED.has(word));
}

/**
 * The production packages of a checkout: those that its package-lock.json does not mark as for development.
 * @throws Error when one that is not optional is not installed.
 */
export function shippedPackages(checkout: string): ShippedPackage[] {
  const lock = lockShape.parse(readJson(join(checkout, 'package-lock.json')));
  return Object.entries(lock.packages).flatMap(([folder, entry]) => {
    const file = join(checkout, folder, 'package.json');
    if (folder === '' || entry.dev || (entry.optional && !existsSync(file))) return [];
    const { name, version, license, licenses } = packageShape.parse(readJson(file));
    return [{ name, version, licence: license ?? licenses?.map((one) => one.type).join(' OR ') ?? null }];
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().default(false), optional: z.boolean().default(false) }),
  ),
});
const old = z.object({ type: z.string() });
const packageShape = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), old.transform((one) => one.type)]).optional(),
  licenses: z.array(old).optional(),
});

if (import.meta.main) {
  const packages = shippedPackages('.');
  const found = offenders(packages);
  for (const line of found) console.log(line);
  console.log(`${packages.length} packages ship with the product; ${found.length} may not`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

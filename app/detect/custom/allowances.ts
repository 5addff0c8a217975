import type { FindingType } from '../finding.ts';
import { plainAddress } from '../generic/email-address.ts';
import { normalFormOf } from '../normalise.ts';
import { compilePattern, isPatternFault } from './pattern.ts';
import type { Allowance } from './rule-set.ts';

/** Says of a finding whether the company allows it; `places` are the ids of the place allowances that hold here. */
export type AllowedCheck = (type: FindingType, value: string, places: ReadonlySet<string>) => boolean;

/** @throws Error when a pattern cannot be used; whoever keeps allowances has seen to that before */
export function createAllowedCheck(allowances: readonly Allowance[]): AllowedCheck {
  const values = valueCheck(allowances.filter((allowance) => allowance.kind === 'value'));
  const others = allowances.flatMap((allowance) => {
    const check = checkOf(allowance);
    return check === null ? [] : { types: allowance.types, check };
  });
  return (type, value, places) =>
    values(type, value) || others.some(({ types, check }) => isOf(types, type) && check(type, value, places));
}

function isOf(types: readonly FindingType[], type: FindingType): boolean {
  return types.length === 0 || types.includes(type);
}

type ValueAllowance = Extract<Allowance, { kind: 'value' }>;

/**
 * A value is allowed in all its writings: both are brought to the normal form of the type that was found, so that one
 * entry, "12 34 56 78", is a telephone number here and a company's number there.
 */
function valueCheck(allowances: readonly ValueAllowance[]): (type: FindingType, value: string) => boolean {
  const byType = new Map<FindingType, ReadonlySet<string>>();
  const normalsOf = (type: FindingType): ReadonlySet<string> => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const normals = new Set(
      allowances.flatMap(({ types, value }) => (isOf(types, type) ? normalFormOf(type, value) : [])),
    );
    normals.delete('');
    byType.set(type, normals);
    return normals;
  };
  return (type, value) => allowances.length > 0 && normalsOf(type).has(normalFormOf(type, value));
}

function checkOf(allowance: Allowance): AllowedCheck | null {
  switch (allowance.kind) {
    case 'value':
      return null;
    case 'domain':
      return domainCheck(allowance.domain);
    case 'pattern': {
      const pattern = compilePattern(allowance.pattern, { matchCase: false });
      if (isPatternFault(pattern)) throw new Error('an allowance was kept whose pattern cannot be used');
      return (_type, value) => pattern.fitsAllOf(value);
    }
    case 'place':
      return (_type, _value, places) => places.has(allowance.id);
  }
}

/** `firma.dk` stands for `@firma.dk` and for `@post.firma.dk`, not for `@andetfirma.dk`. */
function domainCheck(written: string): AllowedCheck {
  const domain = written
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/^\.+|\.+$/g, '');
  return (type, value) => {
    if (type !== 'EMAIL_ADDRESS' || domain === '') return false;
    const host = plainAddress(value).toLowerCase().replace(/^.*@/, '');
    return host === domain || host.endsWith(`.${domain}`);
  };
}

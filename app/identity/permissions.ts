/** What somebody may do. A permission reads `<room>:<deed>`; the doors of routes name one of these. */
export const permissions = [
  /** The whole company's dashboard, files and findings. */
  'scan:see-company',
  /** The findings of the folders that are one's own. */
  'scan:see-own',
  /** A value in clear text, with a reason, on the record; within what one may see. */
  'scan:reveal',
  'scan:run',
  /** The passwords that are tried on protected files: add and remove them; nobody sees one again. */
  'scan:passwords',
  /** What risk is computed from. */
  'scan:weigh',
  'sources:manage',
  /** What is found besides, what is allowed, which types are looked for, whose names are known. */
  'rules:manage',
  'identity:manage-people',
  'audit:see-record',
] as const;
export type Permission = (typeof permissions)[number];

/** Each role with all that it may do: the only place that says so. A later role is one line more. */
export const roles = {
  creator: new Set<Permission>(permissions),
  staff: new Set<Permission>(['scan:see-own', 'scan:reveal']),
} as const satisfies Record<string, ReadonlySet<Permission>>;
export type Role = keyof typeof roles;

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}

/** An unknown permission is nobody's. */
export function mayDo(role: Role, permission: string): boolean {
  const given: ReadonlySet<string> = roles[role];
  return given.has(permission);
}

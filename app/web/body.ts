import type { Request } from 'express';

/** The posted fields that came once; a field sent twice or a body of another kind is not a text and is left out. */
export function postedFields(request: Request): Readonly<Record<string, string>> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  const fields: [string, unknown][] = Object.entries(body);
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

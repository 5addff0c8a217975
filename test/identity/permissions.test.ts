import assert from 'node:assert/strict';
import { permissions, type Permission } from '#identity/index.ts';
import { isRole, mayDo, roles } from '#identity/permissions.ts';

describe('Roles', () => {
  it('give the creator every permission', () => {
    assert.deepEqual(
      permissions.filter((permission) => !mayDo('creator', permission)),
      [],
    );
  });

  it('give staff their own files and nothing of the company', () => {
    const own: Permission[] = ['scan:see-own', 'scan:reveal'];
    assert.deepEqual(
      permissions.filter((permission) => mayDo('staff', permission)),
      own,
    );
  });

  it('give nobody a permission that there is not', () => {
    assert.ok(!mayDo('creator', 'everything'));
    assert.ok(!mayDo('creator', 'toString'));
  });

  it('are the ones in the table', () => {
    assert.ok(Object.keys(roles).every(isRole));
    assert.ok(!isRole('constructor') && !isRole('owner'));
  });
});

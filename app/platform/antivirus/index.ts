export { createCheckedPool } from './checked-pool.ts';
export { createClamd, Infected, type Antivirus, type ClamdAddress } from './clamd.ts';

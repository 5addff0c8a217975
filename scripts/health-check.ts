import { request } from 'node:https';

/**
 * The container's health check: exit code 0 when the appliance answers on its HTTPS port. Only whether it answers
 * counts, and nothing is sent, so the certificate (its own, for other names than this) is not checked.
 */
const port = process.env['DM_HTTPS_PORT'] ?? '8443';

request({ host: '127.0.0.1', port, path: '/health', rejectUnauthorized: false, timeout: 4000, agent: false })
  .on('response', (response) => process.exit(response.statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end();

import { BlockList, isIP } from 'node:net';

/**
 * Whether an address belongs to a company's own network: RFC 1918, RFC 4193, link-local and this machine itself.
 * What lies outside is never dialled.
 */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/u, '');
  const family = isIP(plain);
  if (family === 0) return false;
  return OWN.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

const OWN = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  OWN.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const)
  OWN.addSubnet(net, bits, 'ipv6');

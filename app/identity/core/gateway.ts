/**
 * Whether an address is probably a container network's gateway: a private IPv4 address that ends in .1. Behind such
 * a gateway everybody has this one address, so it says nothing of where somebody is. A guess: for a word of advice only.
 */
export function looksLikeGateway(address: string | null): boolean {
  return address !== null && /^(10\.\d+|172\.(1[6-9]|2\d|3[01])|192\.168)\.\d+\.1$/.test(address);
}

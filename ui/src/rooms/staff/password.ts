const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789x'

/** A password to be read out and typed once: letters and digits that are not mistaken for each other. */
export function oneTimePassword(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => SIGNS[byte % SIGNS.length] ?? 'x')
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((group) => group.join('')).join('-')
}

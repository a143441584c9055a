/**
 * Full-width letters, digits and signs as half-width ones, the blank of Chinese type and no-break spaces as a space.
 * Of the same length, so that offsets stay.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-');
}

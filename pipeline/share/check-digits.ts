/** Provinces and the like, as the first two digits of an identity number (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 characters are a citizen's identity number with its check character (GB 11643, ISO 7064 MOD 11-2). */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits) || !hasBirthday(digits, digits.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** Whether 15 digits are an identity number of the kind issued until 1999, which has no check character. */
export function isOldIdentityNumber(digits: string): boolean {
  return /^\d{15}$/.test(digits) && hasBirthday(digits, `19${digits.slice(6, 12)}`);
}

function hasBirthday(digits: string, day: string): boolean {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)].map(Number);
  const isDay =
    year !== undefined && month !== undefined && date !== undefined && month >= 1 && month <= 12 && date >= 1;
  return (
    PROVINCES.has(digits.slice(0, 2)) &&
    isDay &&
    year >= 1900 &&
    year < 2100 &&
    date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

/** Whether the digits pass the check of payment cards (Luhn, ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

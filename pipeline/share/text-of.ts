/** The text in a row's column; null where it has none. */
export function textOf(row: object, column: string): string | null {
  const value: unknown = Reflect.get(row, column);
  return typeof value === 'string' ? value : null;
}

/** What the bundled Arrow library calls and Chromium 86, under many office browsers, does not have yet. */
const OWNERS: object[] = [Array.prototype, Object.getPrototypeOf(Int8Array.prototype)];

for (const owner of OWNERS)
  if (!('at' in owner))
    Object.defineProperty(owner, 'at', {
      configurable: true,
      writable: true,
      value(this: ArrayLike<unknown>, index: number) {
        return this[index < 0 ? this.length + index : index];
      },
    });

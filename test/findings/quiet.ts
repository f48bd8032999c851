/** The library praises its paid parts on every first write; nobody needs to read that a hundred times. */
console.warn = () => undefined;

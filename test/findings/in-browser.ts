/** What a browser has and Node has not, there before anything else is loaded: import this first. */
import 'fake-indexeddb/auto';

// The library praises its paid parts at every first write: nobody needs to read that a hundred times.
console.warn = () => undefined;

/** What the chip can say. All moments are epoch milliseconds. Never derived from navigator.onLine. */
export type SyncState =
  | { readonly state: 'all-sent'; readonly at: number }
  | { readonly state: 'waiting'; readonly count: number }
  | { readonly state: 'sending'; readonly done: number; readonly total: number }
  | { readonly state: 'offline'; readonly count: number }
  /** The school is there and asked to come again later. */
  | { readonly state: 'busy'; readonly count: number }
  | { readonly state: 'old'; readonly count: number; readonly since: number }
  | { readonly state: 'needs-you'; readonly count: number }
  | { readonly state: 'storage-risk' }
  /** The browser could not write: these are in memory, and the page must stay open. */
  | { readonly state: 'not-saved'; readonly count: number };

/** Offline is neutral. Amber asks for attention, red for a person who acts. */
export function syncTone(sync: SyncState): 'neutral' | 'amber' | 'red' {
  switch (sync.state) {
    case 'old':
      return 'amber';
    case 'needs-you':
    case 'storage-risk':
    case 'not-saved':
      return 'red';
    case 'all-sent':
    case 'waiting':
    case 'sending':
    case 'offline':
    case 'busy':
      return 'neutral';
  }
}

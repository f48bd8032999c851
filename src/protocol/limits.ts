/** Sizes that both sides hold. In characters or bytes of UTF-8, as said. */
export const LIMITS = {
  /** Bytes of one event's text. */
  eventText: 64 * 1024,
  /** Running checks that one device tells of. */
  presentChecks: 8,
  /** Events in one push. */
  pushEvents: 100,
  /** Bytes of the body of one push. */
  pushBytes: 512 * 1024,
  /** Bytes of any other request. */
  requestBytes: 64 * 1024,
  /** Gap ranges named per stream in one ledger answer. */
  ledgerGaps: 64,
  /** Streams in one ledger question. */
  ledgerStreams: 50,
  /** Attempts whose details are asked for in one staff request. */
  attemptPlaces: 60,
  /** State documents in one page of a pull, unless one commit is larger. */
  pullDocuments: 200,
  /** Held events stored per device; beyond it an event is refused, so that a stolen credential cannot fill the disk. */
  heldPerDevice: 2000,
  /** Streams of one device that may be begun without a new event: no browser has so many. */
  streamsPerDevice: 1000,
  /** Bytes of the body of one import of a rescue file, and lines in it. */
  importBytes: 512 * 1024,
  importLines: 20,
  /** Bytes of rows in one line of a rescue file, before it is sealed (then a third more). */
  rescueLineBytes: 192 * 1024,
} as const;

/**
 * Versions of what travels. One line of history per version; a test hashes the schemas and fails on a silent change.
 *
 * Envelope (field `v` of every event)
 * 1  first release
 *
 * Messages (path prefix /api)
 * 1  first release
 */
export const ENVELOPE_VERSION = 1;
export const MESSAGES_VERSION = 1;

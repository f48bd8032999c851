/**
 * Versions of what travels. One line of history per version; a test hashes the schemas and fails on a silent change.
 *
 * Envelope (field `v` of every event)
 * 1  first release
 *
 * Messages (path prefix /api)
 * 1  first release
 * 2  a ledger request may tell of the storage, the build and what could not be written; rescue files are imported
 * 3  a device may tell which checks run on it, and staff may ask for it; staff may ask for attempts by their places
 */
export const ENVELOPE_VERSION = 1;
export const MESSAGES_VERSION = 3;

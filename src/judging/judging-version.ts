/** Grows when the same evidence and policy may come to another report; reports that state none were judged by 1. */
export const JUDGING_VERSION = 5;

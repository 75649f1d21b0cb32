import { type EventEmitter } from 'node:events';
import { Client, type ClientConfig } from 'pg';
import { noteDriverError } from './driver-errors.js';

/** A connection to the database whose own errors are known for that wherever they are caught. */
export class DatabaseClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    (this as unknown as { connection: EventEmitter }).connection.on('error', noteDriverError);
  }
}

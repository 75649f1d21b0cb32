import { Injectable } from '@nestjs/common';

/** What time it is, for what begins or ends at a moment; tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

import { Injectable } from '@nestjs/common';

/** What time it is; tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

import { Injectable } from '@nestjs/common';

/** The time, as tests may set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Caller } from './caller.js';

/** The authenticated caller as a controller parameter. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<{ caller?: Caller }>();
  if (!caller) throw new Error('A route that needs its caller must declare a permission.');
  return caller;
});

import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import { type Permission, PERMISSIONS, rolesWith } from './permission.js';

/** What the router remembers of a route; the authentication hook reads it before the body arrives. */
export interface Access {
  /** The permission a caller needs; null means nobody has to say who they are. */
  permission: Permission | null;
  /** Whether the route signs somebody in, so that only a page of this service may have it asked. */
  signsIn?: boolean;
}

/** Only callers with this permission reach the route; the documentation says so too. */
export function Requires(permission: Permission): MethodDecorator {
  const access: Access = { permission };
  return applyDecorators(
    RouteConfig({ access }),
    ApiBearerAuth(),
    ApiResponse({ status: 401, description: 'The token is missing, invalid, expired or revoked.' }),
    ApiResponse({
      status: 403,
      description: `The caller may not ${PERMISSIONS[permission]}; these roles may: ${rolesWith(permission).join(', ')}.`,
    }),
  );
}

/** The route answers everybody. */
export function Public(): MethodDecorator {
  const access: Access = { permission: null };
  return applyDecorators(RouteConfig({ access }));
}

/** The route answers everybody who signs in from a page of this service. */
export function SignsIn(): MethodDecorator {
  const access: Access = { permission: null, signsIn: true };
  return applyDecorators(RouteConfig({ access }));
}

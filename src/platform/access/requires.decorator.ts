import { applyDecorators } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { ApiBearerAuth, ApiExtension, ApiResponse } from '@nestjs/swagger';
import { type FastifyContextConfig } from 'fastify';
import { type Permission, PERMISSIONS, rolesWith } from './permission.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Whether a replica may answer. */
    mayLag?: boolean;
    /** Whether a request changes nothing, though its method could. */
    onlyReads?: boolean;
  }
}

/** What the router remembers of a route; the authentication hook reads it before the body arrives. */
export interface Access {
  /** The permission a caller needs; null for a route that needs no caller. */
  permission: Permission | null;
  /** What signs somebody in by the route; absent where it signs nobody in. */
  signsIn?: SigningIn;
  /** What the permission is asked for; of a route with a model in its path, that model. */
  concerns?: Concern;
  /** What else of a request the route reads; what it does not read is refused, so that nothing said is ignored. */
  reads?: Reads;
}

/** Things that routes name by ids of their own and that belong to models. */
export type ResourceKind =
  'evaluation' | 'transition' | 'gate-report' | 'prediction-job' | 'back-test' | 'review' | 'policy-change';

/**
 * What a route concerns, when its path names no model: the registry as a whole; or whatever the caller has the permission for, to which
 * the service keeps; or the model of a thing that `{id}` names; or a model that a field of query or body names.
 */
export type Concern = 'registry' | 'anywhere' | { idOf: ResourceKind } | NamedModel;

/** A model that a field of the query or the body names; or each of the models of a list in it. */
export interface NamedModel {
  named: string;
  /** The field of the beginning of names that the body may give instead: the permission is then asked for all models that begin so. */
  prefix?: string;
  /** What the route concerns when the field is not there. */
  otherwise: 'registry' | 'anywhere';
  /** Whether the model is yet to be made, and so hidden from nobody. */
  isMade?: boolean;
  /** Whether the field is a list of names. */
  isList?: boolean;
}

/**
 * Who may have somebody signed in: only a page of this service; the way back from a provider, which leads from one site to
 * another; or a program, which no browser lends its cookies to.
 */
export type SigningIn = 'page' | 'navigation' | 'program';

interface Reads {
  query: boolean;
  body: boolean;
}

/** Only callers with this permission for what the route concerns reach it; the documentation says so too. */
export function Requires(permission: Permission, concerns: Concern = 'registry'): MethodDecorator {
  const documented = applyDecorators(
    ApiBearerAuth(),
    ApiResponse({ status: 401, description: 'The token is missing, invalid, expired or revoked.' }),
    ApiResponse({
      status: 403,
      description: `The caller may not ${PERMISSIONS[permission]}; these roles may: ${rolesWith(permission).join(', ')}.`,
    }),
  );
  return (controller, name, descriptor) => {
    const access: Access = { permission, concerns, reads: readsOf(controller, name) };
    routeConfig({ access })(controller, name, descriptor);
    documented(controller, name, descriptor);
  };
}

/** Marks operations of the API document whose answers may come from a replica. */
export const MAY_LAG = 'x-may-lag';

/**
 * The answer may come from a replica that lags, with a header that says so: of a list that people look through, never of what
 * a change is decided by, of rights, or of what serving systems follow.
 */
export function MayLag(): MethodDecorator {
  return applyDecorators(routeConfig({ mayLag: true }), ApiExtension(MAY_LAG, true));
}

/** A POST that changes nothing: it is counted and served as a read. */
export function OnlyReads(): MethodDecorator {
  return routeConfig({ onlyReads: true });
}

/** What the router remembers of a route, beside what other decorators say of it. */
function routeConfig(part: Partial<FastifyContextConfig>): MethodDecorator {
  return (controller, name, descriptor) => {
    const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object) as object | undefined;
    RouteConfig({ ...known, ...part })(controller, name, descriptor);
  };
}

/**
 * The parameters of a method are decorated before the method itself, each by its kind, a number of NestJS or, for a decorator
 * of one's own, an id made anew in each process, which may begin with the digits of another kind.
 */
function readsOf(controller: object, name: string | symbol): Reads {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, name) ?? {}) as object;
  const kinds = new Set(Object.keys(parameters).map((key) => key.split(':', 1)[0]));
  const has = (kind: RouteParamtypes): boolean => kinds.has(String(kind));
  return { query: has(RouteParamtypes.QUERY), body: has(RouteParamtypes.REQUEST) || has(RouteParamtypes.BODY) };
}

/** The route answers everybody. */
export function Public(): MethodDecorator {
  const access: Access = { permission: null };
  return routeConfig({ access });
}

/** The route answers everybody who signs in; each try counts as a failure that an address may have. */
export function SignsIn(by: SigningIn = 'page'): MethodDecorator {
  const access: Access = { permission: null, signsIn: by };
  return routeConfig({ access });
}

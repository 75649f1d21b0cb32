import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { assignCustomParameterMetadata } from '@nestjs/common/utils/assign-custom-metadata.util.js';
import { Body, Param, Query, Req } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { type Access, Requires } from './requires.decorator.js';

/** Does what a decorator of one's own does to a parameter, which NestJS gives such an id. */
function Own(id: string): ParameterDecorator {
  return (controller, name, index) => {
    const known = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, name!) as object | undefined;
    const all = assignCustomParameterMetadata({ ...known }, id, index, () => undefined);
    Reflect.defineMetadata(ROUTE_ARGS_METADATA, all, controller.constructor, name!);
  };
}

function readsOf(...parameters: ParameterDecorator[]): unknown {
  class Controller {
    route(): void {}
  }
  const { prototype } = Controller;
  for (const [index, decorate] of parameters.entries()) decorate(prototype, 'route', index);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'route')!;
  Requires('registry:read')(prototype, 'route', descriptor);
  const { access } = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, prototype.route) as { access: Access };
  return access.reads;
}

describe('what a route reads of a request', () => {
  it.each([
    ['nothing but its path', [Param('model')], { query: false, body: false }],
    ['its query', [Param('model'), Query()], { query: true, body: false }],
    ['its body', [Body()], { query: false, body: true }],
    ['all of the request', [Req()], { query: false, body: true }],
  ])('is %s', (_what, parameters, reads) => expect(readsOf(...parameters)).toEqual(reads));

  // NestJS draws these ids anew in each process.
  it.each(['4af1', '3be2', '0c11', '04d0'])('is not told by the id of a decorator of one’s own, %s', (id) => {
    expect(readsOf(Own(id))).toEqual({ query: false, body: false });
  });
});

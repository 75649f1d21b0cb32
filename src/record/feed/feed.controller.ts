import { Controller, Get, Header, Headers, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { declareSchema } from '../../platform/http/api-schemas.js';
import { endOf } from '../../platform/http/departure.js';
import { actionOfType, dataSchemaOf } from '../events/event-type.js';
import { EventStreams } from './event-streams.service.js';
import { listEventTypes } from './event-types.js';
import { EventPage, EventTypesResponse, ListEventsQuery, StreamEventsQuery } from './feed.dto.js';
import { eventTypeNotFound } from './feed.problems.js';
import { Feed } from './feed.service.js';

const EVENT_STREAM = 'text/event-stream';
const EXAMPLE = 'id: 42\ndata: {"specversion":"1.0","id":"42","type":"dev.stagegate.transition.applied.v1"}\n\n';
const SCHEMA = declareSchema('EventSchema', () => ({
  type: 'object',
  additionalProperties: true,
  description: 'A JSON Schema of 2020-12.',
}));

@ApiTags('events')
@Controller('api/v1')
export class FeedController {
  constructor(
    private readonly feed: Feed,
    private readonly streams: EventStreams,
  ) {}

  /**
   * Lists events, oldest first, and none that an event may still come before: whoever goes on from `nextCursor` misses none and sees none twice. With `waitSeconds` the answer waits for an event.
   * @throws {400} The feed gave out no such cursor.
   * @throws {410} Events behind the cursor are in the archive.
   */
  @Get('events')
  @Requires('registry:read', 'anywhere')
  listEvents(
    @Query() query: ListEventsQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventPage> {
    return this.feed.listEvents(query, caller, endOf(reply));
  }

  /**
   * Tells events as they happen, as server-sent events (`text/event-stream`): each has the id of the event, which `Last-Event-ID` goes on from, and the event as JSON. Silence is broken by comments.
   * @throws {400} The feed gave out no such cursor.
   * @throws {410} Events behind the cursor are in the archive.
   * @throws {429} As many streams are open as the service carries at once.
   */
  @Get('events/stream')
  @Requires('registry:read', 'anywhere')
  @Header('Cache-Control', 'no-store')
  @Header('X-Accel-Buffering', 'no')
  @Header('Connection', 'close')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event that was heard.' })
  @ApiOkResponse({
    description: 'A stream of events.',
    content: { [EVENT_STREAM]: { schema: { type: 'string', description: 'Server-sent events.' }, example: EXAMPLE } },
  })
  async streamEvents(
    @Query() query: StreamEventsQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const listener = { caller, lastEventId, left: endOf(reply), identifyAgain: request.identifyAgain! };
    return new StreamableFile(await this.streams.begin(query, listener), { type: EVENT_STREAM });
  }

  /** Answers the types of events there are. */
  @Get('event-types')
  @Requires('registry:read', 'anywhere')
  getEventTypes(): EventTypesResponse {
    return { items: listEventTypes() };
  }

  /**
   * Answers the JSON Schema of the `data` of a type of event.
   * @throws {404} There is no such type.
   */
  @Get('event-types/:type')
  @Requires('registry:read', 'anywhere')
  @ApiOkResponse({ description: 'The schema.', schema: SCHEMA })
  getEventType(@Param('type') type: string): Record<string, unknown> {
    const action = actionOfType(type);
    if (action === undefined) throw eventTypeNotFound(type);
    return dataSchemaOf(action);
  }
}

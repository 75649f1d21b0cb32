import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { IdParam, NamedIdParam } from '../../platform/http/parameters.js';
import { DeliveriesService } from './deliveries.service.js';
import {
  DeliveryPage,
  DeliveryResponse,
  ListDeliveriesQuery,
  RedeliverRequest,
  RedeliveryResponse,
} from './deliveries.dto.js';
import {
  CreatedWebhookResponse,
  CreateWebhookRequest,
  ListWebhooksQuery,
  RotateSecretRequest,
  UpdateWebhookRequest,
  WebhookPage,
  WebhookResponse,
  WebhookTestResponse,
} from './webhooks.dto.js';
import { WebhookTests } from './webhook-tests.service.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('events')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesService,
    private readonly tests: WebhookTests,
  ) {}

  /**
   * Makes a webhook, which is told of what happens from now on. The answer shows its secret, this once.
   * @throws {400} The address must not be called.
   * @throws {409} There are as many webhooks as the service carries.
   */
  @Post()
  @Requires('webhook:manage')
  createWebhook(
    @Body() request: CreateWebhookRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<CreatedWebhookResponse> {
    return this.webhooks.createWebhook(request, caller);
  }

  /** Lists webhooks, newest first. */
  @Get()
  @MayLag()
  @Requires('webhook:manage')
  listWebhooks(@Query() query: ListWebhooksQuery, @CurrentCaller() caller: Caller): Promise<WebhookPage> {
    return this.webhooks.listWebhooks(query, caller);
  }

  /**
   * Answers a webhook.
   * @throws {404} The webhook does not exist.
   */
  @Get(':id')
  @Requires('webhook:manage')
  getWebhook(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<WebhookResponse> {
    return this.webhooks.getWebhook(id, caller);
  }

  /**
   * Changes a webhook; what is left out stays as it is.
   * @throws {400} The address must not be called.
   * @throws {404} The webhook does not exist.
   * @throws {412} The webhook was changed meanwhile.
   */
  @Patch(':id')
  @Requires('webhook:manage')
  updateWebhook(
    @IdParam() id: string,
    @Body() request: UpdateWebhookRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookResponse> {
    return this.webhooks.updateWebhook(id, request, caller);
  }

  /**
   * Deletes a webhook, with what it has not been told yet.
   * @throws {404} The webhook does not exist.
   * @throws {412} The webhook was changed meanwhile.
   */
  @Delete(':id')
  @HttpCode(204)
  @Requires('webhook:manage')
  deleteWebhook(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.webhooks.deleteWebhook(id, caller);
  }

  /**
   * Makes a new secret and a new pair of keys, and shows the secret, this once. For a while the former ones sign as well.
   * @throws {404} The webhook does not exist.
   */
  @Post(':id/secret')
  @HttpCode(200)
  @Requires('webhook:manage')
  rotateWebhookSecret(
    @IdParam() id: string,
    @Body() request: RotateSecretRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<CreatedWebhookResponse> {
    return this.webhooks.rotateWebhookSecret(id, request, caller);
  }

  /**
   * Sends a message that only tries the way, once and at once, and answers what came of it.
   * @throws {404} The webhook does not exist.
   */
  @Post(':id/test')
  @HttpCode(200)
  @Requires('webhook:manage')
  testWebhook(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<WebhookTestResponse> {
    return this.tests.testWebhook(id, caller);
  }

  /**
   * Lists the deliveries of a webhook, the newest event first; those that ended are forgotten after a time, 30 days unless the registry is set otherwise.
   * @throws {404} The webhook does not exist.
   */
  @Get(':id/deliveries')
  @MayLag()
  @Requires('webhook:manage')
  listWebhookDeliveries(
    @IdParam() id: string,
    @Query() query: ListDeliveriesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<DeliveryPage> {
    return this.deliveries.listDeliveries(id, query, caller);
  }

  /**
   * Sends a delivery once more.
   * @throws {404} The webhook or the delivery does not exist.
   * @throws {410} Its event is in the archive.
   */
  @Post(':id/deliveries/:delivery/redeliver')
  @HttpCode(202)
  @Requires('webhook:manage')
  redeliverWebhookDelivery(
    @IdParam() id: string,
    @NamedIdParam('delivery') delivery: string,
    @CurrentCaller() caller: Caller,
  ): Promise<DeliveryResponse> {
    return this.deliveries.redeliver(id, delivery, caller);
  }

  /**
   * Tells a webhook once more of what happened in a span of time, those events included that it was never told of.
   * @throws {400} So many events are not told again at once.
   * @throws {404} The webhook does not exist.
   * @throws {410} Events of that time are in the archive.
   */
  @Post(':id/redeliveries')
  @HttpCode(202)
  @Requires('webhook:manage')
  redeliverWebhook(
    @IdParam() id: string,
    @Body() request: RedeliverRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RedeliveryResponse> {
    return this.deliveries.redeliverMany(id, request, caller);
  }
}

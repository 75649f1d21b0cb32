import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../../platform/access/requires.decorator.js';
import { LivenessResponse, ReadinessResponse } from './health.dto.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.service.js';

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Answers as long as the process can do its work; restart it when this stops.
   * @throws {503} Only a restart helps.
   */
  @Get('livez')
  @Public()
  getLiveness(): LivenessResponse {
    return this.health.checkLiveness();
  }

  /**
   * Answers whether requests can be served, changes too: the database is there, has every migration, takes changes and has room.
   * @throws {503} Requests had better go elsewhere; the code says why.
   */
  @Get('readyz')
  @Public()
  getReadiness(): Promise<ReadinessResponse> {
    return this.health.checkReadiness();
  }

  /** Answers the service's measurements in the text format of Prometheus. */
  @Get('metrics')
  @Requires('registry:read')
  @ApiProduces('text/plain')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  getMetrics(): Promise<string> {
    return this.metrics.tell();
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config.js';
import { Purges } from '../../platform/jobs/purges.service.js';
import { removeEndedDeliveries } from './deliveries.queries.js';

/** Forgets deliveries that ended long ago; the events stay in the record. */
@Injectable()
export class EndedDeliveries {
  constructor(
    private readonly dataSource: DataSource,
    { retention }: Config,
    purges: Purges,
  ) {
    purges.register(this.purgeOf('ended-webhook-deliveries', 'delivered', retention.deliveryDays));
    purges.register(this.purgeOf('dead-webhook-deliveries', 'dead', retention.deadDeliveryDays));
  }

  private purgeOf(name: string, status: 'delivered' | 'dead', days: number) {
    const remove = (before: Date, most: number): Promise<number> =>
      removeEndedDeliveries(this.dataSource.manager, status, before, most);
    return { name, everySeconds: 3_600, keepSeconds: days * 86_400, remove };
  }
}

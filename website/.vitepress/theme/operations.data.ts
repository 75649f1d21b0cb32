import { operationsByTag } from '../operations.js';

/** What the page of the reference lists before Swagger UI is there, and where no scripts run. */
export default { load: operationsByTag };

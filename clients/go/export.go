package stagegate

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// AuditExport iterates over the audit record as the service streams it, oldest first, without holding it in memory. An
// export that breaks off ends with the error, and is gone on with by After in params, the Sequence of the last event.
func (c *Client) AuditExport(ctx context.Context, params *api.ExportAuditEventsParams) iter.Seq2[api.AuditEventResponse, error] {
	return func(yield func(api.AuditEventResponse, error) bool) {
		response, err := c.ExportAuditEvents(ctx, params)
		if err != nil {
			yield(api.AuditEventResponse{}, err)
			return
		}
		defer response.Body.Close()
		for lines := json.NewDecoder(response.Body); ; {
			var event api.AuditEventResponse
			err := lines.Decode(&event)
			if errors.Is(err, io.EOF) || !yield(event, err) || err != nil {
				return
			}
		}
	}
}

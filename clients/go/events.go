package stagegate

import (
	"context"
	"errors"
	"io"
	"iter"
	"net"
	"net/http"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

const (
	// Shorter than the minute after which a request ends, and than what proxies take for silence.
	eventWaitSeconds = 20
	longestEventWait = 15 * time.Second
)

// Events iterates over the events that params ask for, in their order, and then over each as it happens, until ctx ends
// or the service says no. The Cursor of params is the ID of the last event that was seen, or "now" for what is still to
// come; without it the first event of the registry comes first. After a broken connection, or while the service is away, it
// goes on from the last event; only a failure of the first request ends it.
func (c *Client) Events(ctx context.Context, params *api.ListEventsParams) iter.Seq2[api.EventResponse, error] {
	return Pages(func(cursor *string) ([]api.EventResponse, *string, error) {
		asked := orEmpty(params)
		if cursor == nil {
			asked.WaitSeconds = nil
			return c.events(ctx, &asked)
		}
		asked.Cursor = cursor
		if asked.WaitSeconds == nil {
			asked.WaitSeconds = Ptr(eventWaitSeconds)
		}
		for wait := 200 * time.Millisecond; ; wait = min(2*wait, longestEventWait) {
			items, next, err := c.events(ctx, &asked)
			if err == nil || !passing(err) {
				return items, next, err
			}
			select {
			case <-ctx.Done():
				return nil, nil, ctx.Err()
			case <-time.After(wait):
			}
		}
	})
}

func (c *Client) events(ctx context.Context, params *api.ListEventsParams) ([]api.EventResponse, *string, error) {
	page, err := c.ListEventsWithResponse(ctx, params)
	if err != nil {
		return nil, nil, err
	}
	return page.JSON200.Items, &page.JSON200.NextCursor, nil
}

// passing says whether a read that failed so may succeed later: the connection broke, or the service is away.
func passing(err error) bool {
	var problem *Problem
	if errors.As(err, &problem) {
		return worthRepeating(http.MethodGet, problem.Status, false)
	}
	var network net.Error
	return !errors.Is(err, context.Canceled) && (errors.As(err, &network) || errors.Is(err, io.ErrUnexpectedEOF))
}

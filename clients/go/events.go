package stagegate

import (
	"context"
	"errors"
	"iter"
	"net"
	"net/http"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

const (
	// Shorter than what proxies take for silence.
	longestEventRead = 20 * time.Second
	longestEventWait = 15 * time.Second
	// From one empty page to the next, where a service does not wait for events.
	emptyPageInterval = time.Second
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
			asked.WaitSeconds = Ptr(c.eventWait)
		}
		for {
			began := time.Now()
			items, next, err := c.eventsInTheEnd(ctx, &asked)
			if err != nil || len(items) > 0 {
				return items, next, err
			}
			asked.Cursor = next
			if err := pause(ctx, emptyPageInterval-time.Since(began)); err != nil {
				return nil, nil, err
			}
		}
	})
}

// eventsInTheEnd is the next page, however often it takes; only what waiting does not mend is an error.
func (c *Client) eventsInTheEnd(ctx context.Context, params *api.ListEventsParams) ([]api.EventResponse, *string, error) {
	for wait := 200 * time.Millisecond; ; wait = min(2*wait, longestEventWait) {
		items, next, err := c.events(ctx, params)
		if err == nil || !passing(err) {
			return items, next, err
		}
		if err := pause(ctx, wait); err != nil {
			return nil, nil, err
		}
	}
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
	return !errors.Is(err, context.Canceled) && errors.As(err, &network)
}

// eventWaitSeconds is how long a read waits for an event; an answer that is awaited longer than the client has patience
// for would never come.
func eventWaitSeconds(limits ...time.Duration) int {
	wait := longestEventRead
	for _, limit := range limits {
		if limit > 0 {
			wait = min(wait, limit/2)
		}
	}
	return int(wait / time.Second)
}

func pause(ctx context.Context, wait time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(wait):
		return nil
	}
}

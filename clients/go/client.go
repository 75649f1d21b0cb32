// Package stagegate is a client of the Stagegate model registry: the generated operations of package api, with typed
// errors, retries that are safe, and pages as iterators.
package stagegate

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// Version of this client; it follows the version of the service.
const Version = "0.1.0"

// Client has one method per operation of the API, named after it. An answer of 400 or above is an error, a [*Problem].
type Client struct {
	*api.ClientWithResponses
}

// Option changes how a client talks to the service.
type Option func(*transport)

// WithHTTPClient sends requests through another HTTP client.
func WithHTTPClient(client *http.Client) Option {
	return func(t *transport) { t.client = client }
}

// WithRetries bounds how often a request is repeated, 3 unless set, and how long is waited before a repetition, 30
// seconds unless set; a service that asks for a longer wait is not asked again.
func WithRetries(most int, longestWait time.Duration) Option {
	return func(t *transport) { t.retries, t.longestWait = most, longestWait }
}

// WithUserAgent names the program that uses the client.
func WithUserAgent(agent string) Option {
	return func(t *transport) { t.userAgent = agent }
}

// New makes a client of the service at address, such as http://127.0.0.1:3000, for the holder of token.
func New(address, token string, options ...Option) (*Client, error) {
	if parsed, err := url.Parse(address); err != nil || parsed.Host == "" {
		return nil, fmt.Errorf("%q is no address such as http://127.0.0.1:3000", address)
	}
	// A token as its file holds it.
	token = strings.TrimSpace(token)
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r >= 127 }) {
		return nil, errors.New("the token holds a character that no token has")
	}
	t := &transport{
		client:      &http.Client{Timeout: time.Minute},
		token:       token,
		userAgent:   "stagegate-go/" + Version + goVersion(),
		retries:     3,
		longestWait: 30 * time.Second,
	}
	for _, option := range options {
		option(t)
	}
	generated, err := api.NewClientWithResponses(address, api.WithHTTPClient(t))
	if err != nil {
		return nil, err
	}
	return &Client{generated}, nil
}

// Ptr returns a pointer to value, for the optional fields of requests.
func Ptr[T any](value T) *T { return &value }

// WithIdempotencyKey sends key with a POST instead of a random one, so that a repetition by another process is
// recognised, too: c.RegisterVersionWithResponse(ctx, model, nil, body, stagegate.WithIdempotencyKey("build-17")).
func WithIdempotencyKey(key string) api.RequestEditorFn {
	return func(_ context.Context, request *http.Request) error {
		request.Header.Set("Idempotency-Key", key)
		return nil
	}
}

func goVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return " " + info.GoVersion
	}
	return ""
}

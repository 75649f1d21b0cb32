// Package stagegate is a client of the Stagegate model registry: the generated operations of package api, with typed
// errors, retries that are safe, and pages as iterators.
package stagegate

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// Version of this client; it follows the version of the service.
const Version = "0.1.0"

var userinfo = regexp.MustCompile(`^(\w+://)?[^/]*@`)

// Client has one method per operation of the API, named after it. An answer of 400 or above is an error, a [*Problem].
type Client struct {
	*api.ClientWithResponses
	eventWait int
}

// Option changes how a client talks to the service.
type Option func(*transport)

// WithHTTPClient sends requests through another HTTP client. A Timeout of it bounds whole answers, an export among them;
// that of [WithTimeout] holds besides.
func WithHTTPClient(client *http.Client) Option {
	return func(t *transport) { t.client = client }
}

// WithTimeout bounds how long the service may be silent, before an answer or within it: a minute unless set, 0 for ever. Each
// attempt has it anew, and a large upload only once the answer begins; what a whole call may take is the affair of its context.
func WithTimeout(silence time.Duration) Option {
	return func(t *transport) { t.silence = silence }
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

// New makes a client of the service at address, such as http://127.0.0.1:3000, with or without /api/v1, for the holder of
// token.
func New(address, token string, options ...Option) (*Client, error) {
	server, err := serverAt(address)
	if err != nil {
		return nil, err
	}
	// A token as its file holds it.
	token = strings.TrimSpace(token)
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r >= 127 }) {
		return nil, errors.New("the token holds a character that no token has")
	}
	t := &transport{
		client:      &http.Client{},
		token:       token,
		userAgent:   "stagegate-go/" + Version + goVersion(),
		retries:     3,
		longestWait: 30 * time.Second,
		silence:     time.Minute,
	}
	for _, option := range options {
		option(t)
	}
	client := *t.client
	if client.CheckRedirect == nil {
		client.CheckRedirect = followReads
	}
	t.client = &client
	generated, err := api.NewClientWithResponses(server, api.WithHTTPClient(t))
	if err != nil {
		return nil, err
	}
	return &Client{generated, eventWaitSeconds(t.silence, client.Timeout)}, nil
}

// serverAt is the address without the path that every operation begins with; who copies it out of a request has it at the end.
func serverAt(address string) (string, error) {
	server := strings.TrimRight(strings.TrimSpace(address), "/")
	server = strings.TrimRight(strings.TrimSuffix(server, "/api/v1"), "/")
	parsed, err := url.Parse(server)
	if err != nil || parsed.Hostname() == "" || (parsed.Scheme != "http" && parsed.Scheme != "https") {
		return "", fmt.Errorf("%q is no address of a service: it begins with http:// or https://, and a host follows", withoutPassword(address))
	}
	return server, nil
}

// withoutPassword is the address as it may be shown: a name and password for a proxy are secrets.
func withoutPassword(address string) string {
	return userinfo.ReplaceAllString(address, "$1")
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

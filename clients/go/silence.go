package stagegate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// silence is the error of a service that said nothing for so long.
type silence time.Duration

func (s silence) Error() string {
	return fmt.Sprintf("the service was silent for %s", time.Duration(s))
}
func (s silence) Timeout() bool   { return true }
func (s silence) Temporary() bool { return true }

// Is makes it an end of time for those who look for one, as the limit of [http.Client] is.
func (s silence) Is(other error) bool { return other == context.DeadlineExceeded }

// listener ends a request when the service says nothing for longer than the limit, before an answer or within it; what the
// caller does between two reads counts for nothing.
type listener struct {
	request *http.Request
	body    io.ReadCloser
	limit   time.Duration
	end     context.CancelCauseFunc
}

// listen sends the request by send and listens to its answer; without isTimed the time until it begins is without a limit.
func listen(request *http.Request, limit time.Duration, isTimed bool, send func(*http.Request) (*http.Response, error)) (*http.Response, error) {
	ctx, end := context.WithCancelCause(request.Context())
	l := &listener{request: request.WithContext(ctx), limit: limit, end: end}
	stop := func() {}
	if isTimed {
		stop = l.startTimer()
	}
	response, err := send(l.request)
	stop()
	if err != nil {
		end(nil)
		return nil, l.explained(err)
	}
	l.body, response.Body = response.Body, l
	return response, nil
}

func (l *listener) Read(bytes []byte) (int, error) {
	defer l.startTimer()()
	n, err := l.body.Read(bytes)
	if err != nil && err != io.EOF {
		err = l.explained(err)
	}
	return n, err
}

func (l *listener) Close() error {
	err := l.body.Close()
	l.end(nil)
	return err
}

func (l *listener) startTimer() (stop func()) {
	if l.limit <= 0 {
		return func() {}
	}
	timer := time.AfterFunc(l.limit, func() { l.end(silence(l.limit)) })
	return func() { timer.Stop() }
}

// explained is the error as that of a broken connection: reading says less of it than sending does.
func (l *listener) explained(err error) error {
	var silent silence
	if errors.As(context.Cause(l.request.Context()), &silent) {
		err = silent
	}
	var known *url.Error
	if errors.As(err, &known) {
		return err
	}
	method, address := l.request.Method, l.request.URL.Redacted()
	return &url.Error{Op: method[:1] + strings.ToLower(method[1:]), URL: address, Err: err}
}

package stagegate

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

const (
	// An upload of more bytes may rightly take long.
	longestTimed  = 1 << 20
	mostRedirects = 10
)

// transport adds token and idempotency key, repeats what may be repeated, and turns problems into errors.
type transport struct {
	client      *http.Client
	token       string
	userAgent   string
	retries     int
	longestWait time.Duration
	silence     time.Duration
}

func (t *transport) Do(request *http.Request) (*http.Response, error) {
	request.Header.Set("Authorization", "Bearer "+t.token)
	request.Header.Set("User-Agent", t.userAgent)
	if request.Method == http.MethodPost && request.Header.Get("Idempotency-Key") == "" {
		request.Header.Set("Idempotency-Key", randomKey())
	}
	for attempt := 0; ; attempt++ {
		response, err := t.attempt(request)
		wait, again := t.shouldRepeat(request, response, err, attempt)
		if !again {
			return answer(request, response, err)
		}
		if err := pause(request.Context(), wait); err != nil {
			return nil, err
		}
		if request, err = rewound(request); err != nil {
			return nil, err
		}
	}
}

// attempt sends the request once and reads the answer to its end, so that one that breaks off is repeated as well; only
// a stream is left to the caller.
func (t *transport) attempt(request *http.Request) (*http.Response, error) {
	client := *t.client
	isUpload := request.ContentLength > longestTimed
	if isUpload {
		client.Timeout = 0
	}
	response, err := listen(request, t.silence, !isUpload, client.Do)
	if err != nil || isStream(response) {
		return response, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

// isStream says whether an answer is one that the caller reads as it comes.
func isStream(response *http.Response) bool {
	name := mediaType(response)
	return response.StatusCode < 300 && (name == "application/x-ndjson" || name == "text/event-stream")
}

// followReads follows the redirects of reads. Another method would have its effect elsewhere, or become a read.
func followReads(_ *http.Request, via []*http.Request) error {
	if via[0].Method != http.MethodGet {
		return http.ErrUseLastResponse
	}
	if len(via) >= mostRedirects {
		return fmt.Errorf("stopped after %d redirects", mostRedirects)
	}
	return nil
}

// shouldRepeat says how long to wait before the next attempt, and whether there is to be one.
func (t *transport) shouldRepeat(request *http.Request, response *http.Response, err error, attempt int) (time.Duration, bool) {
	if attempt >= t.retries || request.Context().Err() != nil || (request.Body != nil && request.GetBody == nil) {
		return 0, false
	}
	wait := time.Duration(float64(200*time.Millisecond) * float64(int(1)<<attempt) * (0.5 + mathrand.Float64()/2))
	if err != nil {
		return min(wait, t.longestWait), repeatable(request.Method)
	}
	asked, given := retryAfter(response)
	if given {
		wait = asked
	}
	return wait, wait <= t.longestWait && worthRepeating(request.Method, response.StatusCode, given)
}

// repeatable says whether a request may have had its effect already without harm to a second one: reading has none, and
// a POST carries its idempotency key. A PUT, PATCH or DELETE could undo what someone else did in between.
func repeatable(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodPost
}

func worthRepeating(method string, status int, retryAfterGiven bool) bool {
	switch status {
	case http.StatusTooManyRequests:
		return true // nothing was done
	case http.StatusConflict:
		return retryAfterGiven // the first request with this key is still under way
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return repeatable(method)
	}
	return false
}

// retryAfter reads the header in both of its forms, seconds and a date.
func retryAfter(response *http.Response) (time.Duration, bool) {
	header := response.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(header); err == nil && seconds >= 0 {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(0, time.Until(at)), true
	}
	return 0, false
}

// rewound is the same request with its body from the start.
func rewound(request *http.Request) (*http.Request, error) {
	copied := request.Clone(request.Context())
	if request.GetBody == nil {
		return copied, nil
	}
	body, err := request.GetBody()
	copied.Body = body
	return copied, err
}

func randomKey() string {
	var bytes [16]byte
	_, _ = rand.Read(bytes[:]) // crypto/rand ends the program rather than return an error
	return hex.EncodeToString(bytes[:])
}

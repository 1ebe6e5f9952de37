// Package network is the way to real HTTP servers. It never sees a value of the
// language: requests and responses are plain structs.
package network

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"syscall"
	"time"
)

// Request is one HTTP request.
type Request struct {
	Method  string
	URL     string
	Header  []Field
	Body    string
	HasBody bool
}

// Field is one header field.
type Field struct{ Name, Value string }

// Response is the answer to a request, its body read to the end.
type Response struct {
	Status int
	Reason string // the words beside the status; "" if the server gave none
	Header []Field
	Body   string
	URL    string // the one that answered, after redirects
}

// Transport carries requests. Do may be called from many goroutines at once; when
// ctx is done it gives up.
type Transport interface {
	Do(ctx context.Context, r Request) (Response, error)
}

// Kind says what kept a request from being answered.
type Kind uint8

// The kinds of failure.
const (
	Failed   Kind = iota // anything else: no such host, a broken answer, TLS
	Refused              // nobody listens there
	Reset                // the connection broke
	TimedOut             // the network gave up waiting
	Invalid              // no such request can be made
)

// Error is a request that was not answered.
type Error struct {
	Kind Kind
	Msg  string
}

func (e *Error) Error() string { return e.Msg }

// MaxBody is the most bytes of a response's body; a longer one is an Error.
const MaxBody = 256 << 20

// maxRedirects is how many redirects are followed, as aiohttp does.
const maxRedirects = 10

// Client is the Transport to real servers: Go's HTTP client with a pool of
// connections.
type Client struct {
	http http.Client
}

// NewClient makes a client with a pool of its own.
func NewClient() *Client {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	return &Client{http.Client{
		Transport: &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           dialer.DialContext,
			ForceAttemptHTTP2:     true,
			MaxIdleConns:          256,
			MaxIdleConnsPerHost:   64,
			IdleConnTimeout:       30 * time.Second,
			TLSHandshakeTimeout:   15 * time.Second,
			ExpectContinueTimeout: time.Second,
		},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			return nil
		},
	}}
}

// Close drops the idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Do sends the request and reads the whole response. Its errors are *Error, or
// ctx's own.
func (c *Client) Do(ctx context.Context, r Request) (Response, error) {
	var body io.Reader
	if r.HasBody {
		body = strings.NewReader(r.Body)
	}
	req, err := http.NewRequestWithContext(ctx, r.Method, r.URL, body)
	if err != nil {
		return Response{}, &Error{Invalid, err.Error()}
	}
	for _, f := range r.Header {
		if strings.EqualFold(f.Name, "Host") {
			req.Host = f.Value
			continue
		}
		req.Header.Set(f.Name, f.Value)
	}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", "coro")
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return Response{}, failure(ctx, err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, MaxBody+1))
	if err != nil {
		return Response{}, failure(ctx, err)
	}
	if len(text) > MaxBody {
		return Response{}, &Error{Failed, fmt.Sprintf("the response is longer than %d MiB", MaxBody>>20)}
	}
	_, reason, _ := strings.Cut(resp.Status, " ")
	out := Response{Status: resp.StatusCode, Reason: reason, Body: string(text), URL: resp.Request.URL.String()}
	names := make([]string, 0, len(resp.Header))
	for name := range resp.Header {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		out.Header = append(out.Header, Field{name, strings.Join(resp.Header[name], ", ")})
	}
	return out, nil
}

// failure sorts an error of Go's HTTP client.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	kind := Failed
	var timeout net.Error
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return &Error{Refused, "connection refused"}
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Error{Reset, "the server closed the connection"}
	case errors.As(err, &timeout) && timeout.Timeout():
		kind = TimedOut
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return &Error{kind, "no such host: " + dns.Name}
	}
	return &Error{kind, err.Error()}
}

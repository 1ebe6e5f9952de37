package network

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestClient(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/echo":
			body, _ := io.ReadAll(r.Body)
			w.Header().Set("Content-Type", "text/plain")
			w.Header().Set("X-Method", r.Method)
			w.WriteHeader(201)
			w.Write(append([]byte(r.Header.Get("X-Word")+" "), body...))
		case "/moved":
			http.Redirect(w, r, "/echo", http.StatusFound)
		case "/cut":
			conn, _, _ := w.(http.Hijacker).Hijack()
			conn.Close()
		case "/slow":
			<-r.Context().Done()
		}
	}))
	defer server.Close()
	client := NewClient()
	defer client.Close()

	got, err := client.Do(context.Background(), Request{
		Method: "POST", URL: server.URL + "/echo", Header: []Field{{"X-Word", "hello"}}, Body: "world", HasBody: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.Status != 201 || got.Reason != "Created" || got.Body != "hello world" {
		t.Errorf("got %d %q %q", got.Status, got.Reason, got.Body)
	}
	if got, err = client.Do(context.Background(), Request{Method: "GET", URL: server.URL + "/moved"}); err != nil || got.URL != server.URL+"/echo" {
		t.Errorf("after a redirect: %q, %v", got.URL, err)
	}

	closed := httptest.NewServer(nil)
	closed.Close()
	for _, test := range []struct {
		url  string
		kind Kind
	}{{server.URL + "/cut", Reset}, {closed.URL, Refused}, {"http://bad host/", Invalid}} {
		_, err := client.Do(context.Background(), Request{Method: "GET", URL: test.url})
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v, want an Error", test.url, err)
			continue
		}
		if diff := cmp.Diff(test.kind, e.Kind); diff != "" {
			t.Errorf("%s: %v: %s", test.url, err, diff)
		}
	}

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err := client.Do(ctx, Request{Method: "GET", URL: server.URL + "/slow"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a request whose context ended: %v", err)
	}
}

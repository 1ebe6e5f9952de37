package coro_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/runtime"
)

// TestRealNetwork runs a scenario against a server on this machine, on the real
// clock.
func TestRealNetwork(t *testing.T) {
	hungUp := make(chan bool, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/json":
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, `{"method": %q, "q": %q}`, r.Method, r.URL.Query().Get("q"))
		case "/missing":
			http.NotFound(w, r)
		case "/slow":
			select {
			case <-r.Context().Done():
				hungUp <- true
			case <-time.After(10 * time.Second):
			}
		}
	}))
	defer server.Close()
	closed := httptest.NewServer(nil)
	closed.Close()

	src := strings.NewReplacer("SERVER", server.URL, "CLOSED", closed.URL).Replace(`
reply = await http.get("SERVER/json", params={"q": "a b"})
print(reply.status, reply.reason, await reply.json(), reply.headers["content-type"])
print((await http.post("SERVER/json", json=[1])).ok, (await http.get("SERVER/missing")).status)
try:
    await http.get("CLOSED/")
except ConnectionRefusedError as error:
    print(type(error).__name__)
replies = await gather(*[http.get("SERVER/json") for _ in range(20)])
print(len(replies), {reply.status for reply in replies})
slow = create_task(http.get("SERVER/slow"))
done, pending = await wait([slow], timeout=0.05)
print(len(done), len(pending))
slow.cancel()
print(await gather(slow, return_exceptions=True))
try:
    await http.get("SERVER/slow", timeout=0.05)
except TimeoutError:
    print("timed out")

@route("https://shop.example/")
def shop(request):
    return "simulated"

try:
    print(await (await http.get("https://shop.example/")).text())
except ConnectionError:
    print("no such host")
`)
	prog, err := coro.Compile("real.coro", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	status := prog.Run(ctx, coro.Options{Stdout: &out, Stderr: &errOut, Net: coro.NetMixed, Config: runtime.Config{Real: true}})
	want := `200 OK {'method': 'GET', 'q': 'a b'} application/json
True 404
ConnectionRefusedError
20 {200}
0 1
[CancelledError('')]
timed out
simulated
`
	if out.String() != want || status != 0 {
		t.Errorf("status %d, got\n%s\nwant\n%s\nstandard error:\n%s", status, out.String(), want, errOut.String())
	}
	select {
	case <-hungUp:
	case <-time.After(5 * time.Second):
		t.Error("the server never saw the cancelled client hang up")
	}
}

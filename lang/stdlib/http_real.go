package stdlib

import (
	"context"
	"errors"

	"github.com/coro-lang/coro/lang/loop"
	"github.com/coro-lang/coro/lang/network"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Requests on a real network: work outside the loop, which posts its answer.

// Net says which network a run's requests go to.
type Net uint8

// The networks.
const (
	Simulated Net = iota // routes answer; what no route serves fails
	Real                 // everything goes out
	Mixed                // routes answer, the rest goes out
)

// realNetwork is a run's way out.
type realNetwork struct {
	net       Net
	transport network.Transport
}

var realNetworkKey = new(int)

func networkOf(vm *rt.VM) *realNetwork {
	return rt.State(vm, realNetworkKey, func() *realNetwork { return &realNetwork{} })
}

// SetNetwork says where the run's requests go; transport carries those that
// leave.
func SetNetwork(vm *rt.VM, net Net, transport network.Transport) {
	*networkOf(vm) = realNetwork{net, transport}
}

// carries says whether the request goes out.
func (n *realNetwork) carries(vm *rt.VM, req *request) bool {
	switch n.net {
	case Real:
		return true
	case Mixed:
		_, _, routed := routesOf(vm).find(req.method, req.addr)
		return !routed
	}
	return false
}

// outgoing is a request under way on a real network.
type outgoing struct {
	req    *request
	reply  *rt.Future
	cancel context.CancelFunc
	ticket *loop.Ticket[rt.Callback]
}

// send puts the request on its way and returns the future of its response.
func (n *realNetwork) send(t *rt.Thread, el *rt.EventLoop, req *request) (*outgoing, error) {
	r := network.Request{Method: req.method, URL: req.url, Body: req.body, HasBody: req.hasBody}
	for _, h := range req.headers.entries {
		v, err := t.Str(h.value)
		if err != nil {
			return nil, err
		}
		r.Header = append(r.Header, network.Field{Name: h.name, Value: v})
	}
	ctx, cancel := context.WithCancel(context.Background())
	o := &outgoing{req: req, reply: t.NewFuture(el), cancel: cancel, ticket: el.Reserve(req.method + " " + req.addr)}
	o.reply.Hide()
	go func() {
		resp, err := n.transport.Do(ctx, r)
		o.ticket.Post(&arrived{o, resp, err})
	}()
	return o, nil
}

func (o *outgoing) hangUp(*rt.Thread) error {
	o.cancel()
	return nil
}

// arrived resolves the future of a request that was answered, or was not.
type arrived struct {
	*outgoing
	resp network.Response
	err  error
}

// Run is the loop's callback.
func (a *arrived) Run(t *rt.Thread) error {
	a.cancel()
	if a.reply.Done() {
		return nil
	}
	if a.err != nil {
		a.reply.SetException(t, a.failure(t))
		return nil
	}
	r := &response{
		status: a.resp.Status, phrase: a.resp.Reason, headers: newHeaders(), body: a.resp.Body,
		method: a.req.method, url: a.resp.URL,
	}
	r.Init(&responseType)
	for _, f := range a.resp.Header {
		r.headers.set(f.Name, rt.NewStr(f.Value))
	}
	a.reply.SetResult(rt.ObjectValue(r))
	return nil
}

// failure is the exception for a request that was not answered.
func (a *arrived) failure(t *rt.Thread) *rt.Exception {
	class, msg := &rt.ConnectionErrorType, a.err.Error()
	var e *network.Error
	if errors.As(a.err, &e) {
		switch e.Kind {
		case network.Refused:
			class = &rt.ConnectionRefusedErrorType
		case network.Reset:
			class = &rt.ConnectionResetErrorType
		case network.TimedOut:
			class = &rt.TimeoutErrorType
		case network.Invalid:
			class = &rt.ValueErrorType
		}
	}
	return t.NewError(class, "cannot connect to "+a.req.addr+": "+msg)
}

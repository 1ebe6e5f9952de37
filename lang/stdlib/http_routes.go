package stdlib

import (
	"regexp"
	"sort"
	"strings"
	"sync"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Routes: the services that a program declares, and which of them a request
// reaches.

// routeTable is the routes of a run.
type routeTable struct {
	literal  map[routeKey]rt.Value
	patterns []*routePattern   // in the order of their declaration
	unserved []string          // requests that no route served, once each
	refusals map[string]string // what their clients are told
}

// routeKey is what a route declares: a method, "" for any, and an address.
type routeKey struct{ method, address string }

// routePattern is a route with parameters in its path.
type routePattern struct {
	routeKey
	prefix  string // of the address, before the first parameter
	re      *regexp.Regexp
	names   []string
	handler rt.Value
}

func routesOf(vm *rt.VM) *routeTable {
	return rt.State(vm, routesKey, func() *routeTable {
		r := &routeTable{literal: map[routeKey]rt.Value{}, refusals: map[string]string{}}
		vm.AtEnd(func(t *rt.Thread) bool { return r.report(t) })
		return r
	})
}

var routesKey = new(int)

// parameter is a parameter in the path of a route.
var parameter = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\{(.*?)\}`)
})

var parameterName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\p{L}\p{N}_]+(\.\.\.)?$`)
})

// parseRoute reads "URL" or "METHOD URL".
func parseRoute(t *rt.Thread, pattern string) (*routePattern, error) {
	refuse := func(why string) (*routePattern, error) {
		s, err := t.Repr(rt.NewStr(pattern))
		if err == nil {
			err = t.ValueErrorf("not a route: %s: %s", s, why)
		}
		return nil, err
	}
	i := strings.LastIndexByte(pattern, ' ')
	method, url := "", pattern[i+1:]
	if i >= 0 {
		method = pattern[:i]
	}
	for _, c := range method {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return refuse("the method before the URL is one word")
		}
	}
	scheme, host, path, _, ok := splitURL(url)
	if !ok || host == "" {
		return refuse("it needs a whole URL, as in 'https://shop.example/orders/{id}'")
	}
	if strings.ContainsAny(host, "{}") {
		return refuse("only the path may have parameters, not the host")
	}
	r := &routePattern{routeKey: routeKey{strings.ToUpper(method), address(scheme, host, path)}}
	var re strings.Builder
	re.WriteString("^")
	at := 0
	for _, m := range parameter().FindAllStringSubmatchIndex(r.address, -1) {
		word := r.address[m[2]:m[3]]
		name, rest := strings.CutSuffix(word, "...")
		switch {
		case !parameterName().MatchString(word):
			return refuse("a parameter is a name, as in {id} or {rest...}")
		case contains(r.names, name):
			return refuse("two parameters have the same name")
		}
		if len(r.names) == 0 {
			r.prefix = r.address[:m[0]]
		}
		r.names = append(r.names, name)
		re.WriteString(regexp.QuoteMeta(r.address[at:m[0]]))
		if rest {
			re.WriteString("(.*)")
		} else {
			re.WriteString("([^/]*)")
		}
		at = m[1]
	}
	re.WriteString(regexp.QuoteMeta(r.address[at:]) + "$")
	if len(r.names) > 0 {
		r.re = regexp.MustCompile(re.String())
	}
	return r, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// declare adds a route, or gives the one that is there a new handler.
func (r *routeTable) declare(p *routePattern, handler rt.Value) {
	if p.re == nil {
		r.literal[p.routeKey] = handler
		return
	}
	for _, old := range r.patterns {
		if old.routeKey == p.routeKey {
			old.handler = handler
			return
		}
	}
	added := *p // one decorator may declare several handlers
	added.handler = handler
	r.patterns = append(r.patterns, &added)
}

// find is the handler of a request and the parameters in its path, names and
// values in turn: a literal path before a pattern, a route with a method before
// one without, a later one before an earlier.
func (r *routeTable) find(method, addr string) (handler rt.Value, params []string, ok bool) {
	for _, m := range [2]string{method, ""} {
		if h, ok := r.literal[routeKey{m, addr}]; ok {
			return h, nil, true
		}
	}
	for _, m := range [2]string{method, ""} {
		for i := len(r.patterns) - 1; i >= 0; i-- {
			p := r.patterns[i]
			if p.method != m || !strings.HasPrefix(addr, p.prefix) {
				continue
			}
			if found := p.re.FindStringSubmatch(addr); found != nil {
				for j, name := range p.names {
					params = append(params, name, unquotePlus(found[j+1]))
				}
				return p.handler, params, true
			}
		}
	}
	return rt.Value{}, nil, false
}

// refused is the message for a request that no route serves, which is remembered
// for the report at the end.
func (r *routeTable) refused(method, addr string) string {
	what := method + " " + addr
	if msg, ok := r.refusals[what]; ok {
		return msg
	}
	msg := "cannot connect to " + addr + ": no route serves it"
	if len(r.unserved) == maxUnserved {
		return msg
	}
	if near := r.nearest(method, addr); len(near) > 0 {
		hint := " (the nearest: " + strings.Join(near, ", ") + ")"
		msg += hint
		what += hint
	}
	r.refusals[method+" "+addr] = msg
	r.unserved = append(r.unserved, what)
	return msg
}

// maxUnserved bounds how many requests the report lists.
const maxUnserved = 50

// nearest names up to three routes that a request was perhaps meant for.
func (r *routeTable) nearest(method, addr string) []string {
	type near struct {
		name     string
		distance int
	}
	var all []near
	consider := func(k routeKey) {
		name := k.address
		d := editDistance(addr, k.address)
		if k.method != "" {
			name = k.method + " " + name
			if k.method != method {
				d++
			}
		}
		if 2*d <= max(len(addr), len(k.address)) {
			all = append(all, near{name, d})
		}
	}
	for k := range r.literal {
		consider(k)
	}
	for _, p := range r.patterns {
		consider(p.routeKey)
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].distance != all[j].distance {
			return all[i].distance < all[j].distance
		}
		return all[i].name < all[j].name
	})
	var names []string
	for _, n := range all[:min(len(all), 3)] {
		names = append(names, n.name)
	}
	return names
}

// editDistance is how many letters have to be changed, added or dropped to make a
// into b; long ones are compared by their beginnings.
func editDistance(a, b string) int {
	const longest = 200
	a, b = a[:min(len(a), longest)], b[:min(len(b), longest)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			d := min(row[j]+1, row[j+1]+1, diagonal+cost)
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}

// report lists at the end of the program the requests that no route served, and
// says whether there were any.
func (r *routeTable) report(t *rt.Thread) bool {
	if len(r.unserved) == 0 {
		return false
	}
	t.Report("requests that no route served:\n  " + strings.Join(r.unserved, "\n  "))
	return true
}

// routeWord is the word route: route(pattern) is a decorator.
func routeWord(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pattern, err := t.StrArg("route", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	p, err := parseRoute(t, pattern)
	if err != nil {
		return rt.Value{}, err
	}
	row := &rt.Method{Name: "route", Sig: "handler, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		if !t.Callable(a[0]) {
			return rt.Value{}, t.TypeErrorf("a route's handler must be a function, not %s", a[0].Type().Name)
		}
		routesOf(t.VM).declare(p, a[0])
		return a[0], nil
	}}
	return rt.NewBuiltin("coro", row), nil
}

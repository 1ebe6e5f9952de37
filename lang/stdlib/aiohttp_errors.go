package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// aiohttp's exceptions. HTTPError of the prelude is ClientResponseError.

var (
	clientErrorType, clientConnectionErrorType, clientOSErrorType rt.Type
	clientConnectorErrorType, clientResponseErrorType             rt.Type
	serverConnectionErrorType, serverDisconnectedErrorType        rt.Type
	serverTimeoutErrorType, invalidURLType, contentTypeErrorType  rt.Type
	tooManyRedirectsType, clientPayloadErrorType                  rt.Type
)

// aiohttpErrors are the classes of the module.
var aiohttpErrors = []*rt.Type{
	&clientErrorType, &clientConnectionErrorType, &clientOSErrorType, &clientConnectorErrorType,
	&clientResponseErrorType, &serverConnectionErrorType, &serverDisconnectedErrorType,
	&serverTimeoutErrorType, &invalidURLType, &contentTypeErrorType, &tooManyRedirectsType,
	&clientPayloadErrorType,
}

var clientResponseErrorSpec = rt.Spec{
	Name: "ClientResponseError", Module: "aiohttp", Base: &clientErrorType,
	Slots: rt.Slots{Initialize: rt.MakeInit("ClientResponseError", "status, message='', response=None", initResponseError)},
}

func init() {
	for _, c := range []struct {
		typ  *rt.Type
		name string
		base *rt.Type
		also []*rt.Type
	}{
		{&clientErrorType, "ClientError", &rt.ExceptionType, nil},
		{&clientConnectionErrorType, "ClientConnectionError", &clientErrorType, nil},
		{&clientOSErrorType, "ClientOSError", &clientConnectionErrorType, []*rt.Type{&rt.OSErrorType}},
		{&clientConnectorErrorType, "ClientConnectorError", &clientOSErrorType, []*rt.Type{&rt.ConnectionErrorType}},
		{&clientPayloadErrorType, "ClientPayloadError", &clientErrorType, nil},
		{&serverConnectionErrorType, "ServerConnectionError", &clientConnectionErrorType, nil},
		{&serverDisconnectedErrorType, "ServerDisconnectedError", &serverConnectionErrorType, nil},
		{&serverTimeoutErrorType, "ServerTimeoutError", &serverConnectionErrorType, []*rt.Type{&rt.TimeoutErrorType}},
		{&invalidURLType, "InvalidURL", &clientErrorType, []*rt.Type{&rt.ValueErrorType}},
		{&contentTypeErrorType, "ContentTypeError", &clientResponseErrorType, nil},
		{&tooManyRedirectsType, "TooManyRedirects", &clientResponseErrorType, nil},
	} {
		rt.Define(c.typ, &rt.Spec{Name: c.name, Module: "aiohttp", Base: c.base, Also: c.also})
	}
	rt.Define(&clientResponseErrorType, &clientResponseErrorSpec)
}

// initResponseError is ClientResponseError(status, message, response), whose text
// is "404 Not Found".
func initResponseError(t *rt.Thread, self rt.Value, a []rt.Value) error {
	status, err := t.Str(a[0])
	if err != nil {
		return err
	}
	message, err := t.Str(a[1].Or(rt.NewStr("")))
	if err != nil {
		return err
	}
	rt.AsException(self).SetArgs(rt.NewStr(status + " " + message))
	for _, f := range []struct {
		name string
		v    rt.Value
	}{{"status", a[0]}, {"message", a[1].Or(rt.NewStr(""))}, {"response", a[2].Or(rt.None)}} {
		if err := t.SetAttr(self, t.VM.Intern(f.name), f.v); err != nil {
			return err
		}
	}
	return nil
}

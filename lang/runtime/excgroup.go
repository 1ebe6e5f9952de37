package runtime

// Exception groups.

func init() {
	Define(&BaseExceptionGroupType, Spec{Name: "BaseExceptionGroup", Base: &BaseExceptionType})
	Define(&ExceptionGroupType, Spec{Name: "ExceptionGroup", Base: &BaseExceptionGroupType, Also: []*Type{&ExceptionType}})
}

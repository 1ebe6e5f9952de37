package kinds

import (
	"fmt"
	"math/rand/v2"
)

func language(r *rand.Rand) string {
	return fmt.Sprintf("import sys\ndef f(a, b):\n    try:\n        print(a // b)\n    except ZeroDivisionError as e:\n        print(e, 'CPython' in sys.version, hash)\n        x=1\n    finally:\n        print(1)\nfor i in (1,2):\n    f(%d , %d)\n", r.IntN(100), r.IntN(3))
}

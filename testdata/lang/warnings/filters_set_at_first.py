# The filters that there are before a program sets any, and what is done where none fits.
import warnings

for action, _, category, _, _ in warnings.filters:
    print(action, category.__name__)
print(warnings.defaultaction)
with warnings.catch_warnings(record=True) as caught:
    for category in UserWarning, DeprecationWarning, ImportWarning, SyntaxWarning:
        warnings.warn(category.__name__, category)
    print([str(warning.message) for warning in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error", append=True)  # after those: it meets what they leave
    for category in UserWarning, ImportWarning:
        try:
            warnings.warn("as an error", category)
        except Warning as e:
            print(type(e).__name__, e)
